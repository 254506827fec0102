using CrossBorder.Verification.Signing;

namespace CrossBorder.Verification.Evidence;

/// <summary>How the applicant stood by the application: by a signature of their own, or by proving themselves once more.</summary>
public sealed record EvidenceSigning
{
    /// <summary>What was signed, to the letter.</summary>
    public required string Document { get; init; }

    /// <summary>When the hub verified and kept it.</summary>
    public required DateTimeOffset VerifiedAt { get; init; }

    /// <summary>The resident's own signature; null where the application was confirmed.</summary>
    public ResidentSignature? Signature { get; init; }

    /// <summary>The hub's statement that the resident confirmed it, JWS compact form; null where the resident signed.</summary>
    public string? Confirmation { get; init; }

    /// <summary>The home's assertion of the sign-in that the confirmation rests on; null where the resident signed.</summary>
    public string? Assertion { get; init; }
}
