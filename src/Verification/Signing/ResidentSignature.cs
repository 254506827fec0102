using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Signing;

/// <summary>A resident's detached signature over a document, as a signing service hands it out: nothing of it is believed yet.</summary>
/// <param name="Value">
/// The signature over the document's UTF-8 bytes: RSASSA-PKCS1-v1_5 with SHA-256, ECDSA on P-256 with SHA-256 (r and s, 32 bytes each),
/// or SM2 with SM3 (the same form). The certificate's key says which.
/// </param>
/// <param name="Certificates">The signer's certificate and those above it, leaf first.</param>
/// <param name="SignedAt">When the service says that it was made.</param>
public sealed record ResidentSignature(ReadOnlyMemory<byte> Value, IReadOnlyList<Certificate> Certificates, DateTimeOffset SignedAt);
