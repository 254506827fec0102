using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Evidence;

/// <summary>What the hub knows of one case and puts into a package.</summary>
public sealed record EvidenceContents
{
    /// <summary>The number of the case.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>Issuer of the hub, which its certificates name.</summary>
    public required string Hub { get; init; }

    /// <summary>The home provider's assertion, as it came.</summary>
    public required string Assertion { get; init; }

    /// <summary>What was agreed with that home provider.</summary>
    public required HomePolicy Home { get; init; }

    /// <summary>When the assertion was verified.</summary>
    public required DateTimeOffset VerifiedAt { get; init; }

    /// <summary>The consent as stored, with the exact text shown: any JSON or text, kept to the letter.</summary>
    public required string Consent { get; init; }

    /// <summary>The application as stored, kept to the letter.</summary>
    public required string Application { get; init; }

    /// <summary>What the applicant committed to in place of materials: statements of the hub, JWS compact form.</summary>
    public IReadOnlyList<string> Commitments { get; init; } = [];

    /// <summary>How the applicant signed or confirmed it; null where the item asks for neither.</summary>
    public EvidenceSigning? Signing { get; init; }

    /// <summary>When the application was submitted.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Its deliveries.</summary>
    public required IReadOnlyList<EvidenceDelivery> Deliveries { get; init; }

    /// <summary>Anchors and intermediates that the hub believed.</summary>
    public required TrustList TrustList { get; init; }

    /// <summary>The revocation lists that the hub holds.</summary>
    public required RevocationAnswers RevocationAnswers { get; init; }
}
