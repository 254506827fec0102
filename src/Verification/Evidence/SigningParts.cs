using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Evidence;

/// <summary>A signing in the file of a package.</summary>
internal sealed record FiledSigning(
    string Document, byte[]? Signature = null, IReadOnlyList<byte[]>? Certificates = null, string? Confirmation = null, string? Assertion = null)
{
    public static FiledSigning? Of(EvidenceSigning? signing) => signing is null ? null : new(
        signing.Document,
        signing.Signature?.Value.ToArray(),
        signing.Signature is { } signature ? [.. signature.Certificates.Select(certificate => certificate.Der.ToArray())] : null,
        signing.Confirmation,
        signing.Assertion);
}

/// <summary>The same in the seal: a digest of each part, and the times that they are judged by.</summary>
internal sealed record SealedSigning(
    string Document, DateTimeOffset VerifiedAt, string? Signature = null, DateTimeOffset? SignedAt = null, IReadOnlyList<string>? Certificates = null,
    string? Confirmation = null, string? Assertion = null)
{
    public static SealedSigning? Of(EvidenceSigning? signing) => signing is null ? null : new(
        EvidencePackage.DigestOf(signing.Document),
        signing.VerifiedAt,
        signing.Signature is { } signature ? Digests.Sha256(signature.Value.Span) : null,
        signing.Signature?.SignedAt,
        signing.Signature?.Certificates.Select(certificate => Digests.Sha256(certificate.Der.Span)).ToList(),
        signing.Confirmation is { } confirmation ? EvidencePackage.DigestOf(confirmation) : null,
        signing.Assertion is { } assertion ? EvidencePackage.DigestOf(assertion) : null);
}
