namespace CrossBorder.Federation.Officers.OpenId;

/// <summary>
/// A step of a page that waits while its officer proves at the provider that it is them. The form stays here: the proof is worth
/// something for this form alone, once, for some minutes.
/// </summary>
internal sealed class OfficerStep
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public required string Id { get; init; }

    public required string SessionId { get; init; }

    public required string OfficerId { get; init; }

    /// <summary>Path and query of the form.</summary>
    public required string Address { get; init; }

    /// <summary>JSON of the fields, in their order; encrypted, for reasons name people.</summary>
    public required string Fields { get; init; }

    /// <summary>SHA-256 of address and fields.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? ProvedAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}
