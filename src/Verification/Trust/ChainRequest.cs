using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Trust;

/// <summary>What a certificate chain must prove.</summary>
/// <param name="TrustList">Whom to believe.</param>
/// <param name="Jurisdiction">The place that the signer speaks for.</param>
/// <param name="Purpose">What the leaf was used for.</param>
/// <param name="At">The time at which it must hold.</param>
/// <param name="Revocation">What is known about revocation.</param>
/// <param name="RevocationPolicy">How old that may be.</param>
public sealed record ChainRequest(
    TrustList TrustList,
    Jurisdiction Jurisdiction,
    TrustPurpose Purpose,
    DateTimeOffset At,
    RevocationAnswers Revocation,
    RevocationPolicy RevocationPolicy)
{
    /// <summary>
    /// Object identifiers of certificate policies (RFC 5280 section 4.2.1.4), one of which every certificate below the anchor must
    /// state. Empty where none is asked for.
    /// </summary>
    public IReadOnlySet<string> RequiredPolicies { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Whom the signer must speak for. Only where it is said can a certificate of <see cref="TrustList.Partners"/> stand for itself;
    /// below an anchor whoever asks looks at <see cref="VerifiedChain.SpeaksFor"/>.
    /// </summary>
    public string? Party { get; init; }

    /// <summary>Whose <see cref="SignatureUse.Certificates"/> says which kinds of key may issue certificates.</summary>
    public AlgorithmPolicy Algorithms { get; init; } = AlgorithmPolicy.Default;
}
