namespace CrossBorder.Verification.Crypto;

/// <summary>What a signed message must be before its payload is read.</summary>
public sealed record SignedContentPolicy
{
    /// <summary>The header <c>typ</c> that it must carry, so that one kind of message never passes for another (RFC 8725 section 3.11).</summary>
    public required string Type { get; init; }

    /// <summary>The names of the algorithms taken from this signer; those outside <see cref="AlgorithmCatalogue"/> have no effect.</summary>
    public required IReadOnlyCollection<string> Algorithms { get; init; }

    /// <summary>
    /// The signer's registered keys. Where there are any, only they are taken, found by <c>kid</c> or by the certificate in <c>x5c</c>.
    /// Where there are none, the message must carry <c>x5c</c>, and its chain is for <see cref="Trust.ChainVerifier"/> to judge.
    /// </summary>
    public IReadOnlyCollection<VerificationKey> RegisteredKeys { get; init; } = [];

    /// <summary>The signer's SM2 settings.</summary>
    public PartnerProfile Profile { get; init; } = PartnerProfile.Standard;

    /// <summary>The longest message that is looked at, in characters.</summary>
    public int MaximumLength { get; init; } = 65536;
}
