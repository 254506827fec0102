namespace CrossBorder.Federation.OpenIdConnect;

/// <summary>What one relying party knows one resident by. Kept so that an officer can trace a subject that a relying party reports.</summary>
internal sealed class PairwiseSubject
{
    public required string Subject { get; init; }

    public required string ClientId { get; init; }

    public required string ResidentId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
