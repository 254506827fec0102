namespace CrossBorder.Federation.Verifications;

/// <summary>An attestation that somebody may still show, and the key that it rests on. It is removed when its time is over; the log keeps that it was.</summary>
internal sealed class LiveAttestation
{
    public required string Id { get; init; }

    public required string KeyId { get; init; }

    public required string ClientId { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
