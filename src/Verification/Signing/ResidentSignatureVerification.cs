using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Signing;

/// <summary>A signature and everything that it is judged by.</summary>
public sealed record ResidentSignatureVerification
{
    /// <summary>The document, to the letter.</summary>
    public required string Document { get; init; }

    /// <summary>The signature.</summary>
    public required ResidentSignature Signature { get; init; }

    /// <summary>Whose it must be: the identifier by which the home knows the resident toward this service.</summary>
    public required string Subject { get; init; }

    /// <summary>The place whose authorities certify its residents.</summary>
    public required Jurisdiction Jurisdiction { get; init; }

    /// <summary>Anchors and intermediates.</summary>
    public required TrustList TrustList { get; init; }

    /// <summary>What is known about revocation.</summary>
    public required RevocationAnswers RevocationAnswers { get; init; }

    /// <summary>How old that may be.</summary>
    public required RevocationPolicy RevocationPolicy { get; init; }

    /// <summary>When it is judged: now, or the time at which the hub relied on it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How long before <see cref="Now"/> it may have been made.</summary>
    public TimeSpan MaximumAge { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How far the signing service's clock may be ahead.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(2);
}
