using System.Security.Cryptography;
using System.Text;
using CrossBorder.Verification.Crypto.Certificates;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// A request for a certificate (PKCS#10, RFC 2986) whose signature holds: whoever made it has the private key.
/// What it asks for is a wish and no more; the authority decides.
/// </summary>
public sealed class CertificateRequest
{
    private readonly byte[] der;

    internal CertificateRequest(byte[] der, string subject, VerificationKey key, IReadOnlyList<string> uris, IReadOnlyList<string> purposes)
    {
        this.der = der;
        Subject = subject;
        PublicKey = key;
        SubjectAlternativeUris = uris;
        Purposes = purposes;
    }

    /// <summary>The encoded request.</summary>
    public ReadOnlyMemory<byte> Der => der;

    /// <summary>The distinguished name asked for (RFC 4514).</summary>
    public string Subject { get; }

    /// <summary>The key to be certified.</summary>
    public VerificationKey PublicKey { get; }

    /// <summary>The URIs asked for as subject alternative names.</summary>
    public IReadOnlyList<string> SubjectAlternativeUris { get; }

    /// <summary>The object identifiers asked for as extended key usage.</summary>
    public IReadOnlyList<string> Purposes { get; }

    /// <summary>Makes a request for a key and signs it with that key. A subject that is no distinguished name,
    /// and an algorithm that no certificate is made for here (EdDSA, PS384, PS512), are refused (CB3046).</summary>
    /// <param name="key">RSA, elliptic curve or SM2, in memory or in a module.</param>
    /// <param name="subject">The distinguished name (RFC 4514), for example <c>C=HK,O=Bureau,CN=Assertions</c>.</param>
    /// <param name="uris">URIs for the subject alternative name: whom the certificate is to speak for.</param>
    /// <param name="purposes">Object identifiers for the extended key usage, see <see cref="Trust.TrustPurposes.ToOid"/>.</param>
    public static Outcome<CertificateRequest> Create(
        ISigningKey key, string subject, IReadOnlyList<string>? uris = null, IReadOnlyList<string>? purposes = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        return RequestWriting.Write(key, subject, uris ?? [], purposes ?? []).Then(written => Parse(written));
    }

    /// <summary>Reads a request, DER or PEM, and verifies its signature; CB3046 where either fails.</summary>
    public static Outcome<CertificateRequest> Parse(ReadOnlySpan<byte> derOrPem)
    {
        if (derOrPem is [0x30, ..])
            return RequestReading.Read(derOrPem.ToArray());

        var pem = Encoding.ASCII.GetString(derOrPem);
        return PemEncoding.TryFind(pem, out var fields) && pem.AsSpan()[fields.Label] is "CERTIFICATE REQUEST" or "NEW CERTIFICATE REQUEST"
            ? RequestReading.Read(Convert.FromBase64String(pem[fields.Base64Data]))
            : ErrorCatalogue.CertificateRequestInvalid.With("There is no PEM block 'CERTIFICATE REQUEST'.");
    }

    /// <summary>The request in PEM.</summary>
    public string ToPem() => PemEncoding.WriteString("CERTIFICATE REQUEST", der) + "\n";
}
