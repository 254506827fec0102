using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Evidence;
using CrossBorder.Verification.Signing;

namespace CrossBorder.Federation.Applications.Signing;

/// <summary>By what a resident stood by an application, verified. Exactly one of the two kinds.</summary>
/// <param name="Reference">Of the signing.</param>
/// <param name="Digest">Of the document.</param>
/// <param name="Document">What was signed, to the letter.</param>
internal sealed record SigningProof(string Reference, string Digest, string Document, DateTimeOffset VerifiedAt)
{
    public const string Digital = "digital";
    public const string StepUp = "step-up";

    /// <summary>Of a digital signature: the resident's signature over the document.</summary>
    public byte[]? Signature { get; init; }

    /// <summary>Of a digital signature: DER, leaf first.</summary>
    public IReadOnlyList<byte[]>? Certificates { get; init; }

    /// <summary>Of a digital signature: when the home says that it was made.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>Of a confirmation: the hub's statement, JWS compact form.</summary>
    public string? Confirmation { get; init; }

    /// <summary>Of a confirmation: the assertion of the sign-in that it rests on.</summary>
    public string? Assertion { get; init; }

    public string Method => Signature is null ? StepUp : Digital;

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static SigningProof Read(string json) => JsonSerializer.Deserialize<SigningProof>(json, JsonSerializerOptions.Web)!;

    /// <summary>As evidence packages hold it.</summary>
    public EvidenceSigning ToEvidence() => new()
    {
        Document = Document,
        VerifiedAt = VerifiedAt,
        Signature = Signature is null ? null : new ResidentSignature(
            Signature, [.. Certificates!.Select(der => Certificate.Parse(der).Value)], SignedAt!.Value),
        Confirmation = Confirmation,
        Assertion = Assertion,
    };

    /// <summary>
    /// What the department is told: enough to verify the signature over the digest by itself. The document stays with the hub and goes into the
    /// evidence, because of a bundle it speaks of what other departments get.
    /// </summary>
    public object ForDepartments() => new { Reference, Method, Digest, Signature, Certificates, SignedAt, Confirmation };
}
