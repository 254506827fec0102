namespace CrossBorder.Federation.Trust.Changes;

/// <summary>How often trust has changed: the one row that every node looks at every second.</summary>
internal sealed class TrustEpoch
{
    public const int TheOne = 1;

    public int Id { get; init; }

    public long Number { get; set; }
}
