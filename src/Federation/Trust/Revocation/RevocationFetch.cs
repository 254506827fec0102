namespace CrossBorder.Federation.Trust.Revocation;

/// <summary>How the last fetches of one revocation list, or from one responder, went, whichever node made them.</summary>
internal sealed class RevocationFetch
{
    public const int LongestDetail = 500;

    public required string Name { get; init; }

    public required DateTimeOffset TriedAt { get; set; }

    public DateTimeOffset? SucceededAt { get; set; }

    /// <summary>Failures since the last success.</summary>
    public int Failures { get; set; }

    /// <summary>Code of the last failure; null after a success.</summary>
    public string? FaultCode { get; set; }

    public string? FaultDetail { get; set; }
}
