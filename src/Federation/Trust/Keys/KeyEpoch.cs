namespace CrossBorder.Federation.Trust.Keys;

/// <summary>How often keys have changed: the one row that every node looks at every second.</summary>
internal sealed class KeyEpoch
{
    public const int TheOne = 1;

    public int Id { get; init; }

    public long Number { get; set; }
}
