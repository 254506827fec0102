using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Certificates;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// An X.509 certificate with an RSA, P-256, P-384, P-521 or SM2 key. Parsing one says nothing about trust: that is
/// <see cref="Trust.ChainVerifier"/>.
/// </summary>
public sealed class Certificate
{
    private readonly byte[] der;

    private Certificate(X509Certificate parsed, VerificationKey key)
    {
        Parsed = parsed;
        PublicKey = key;
        der = parsed.GetEncoded();
        Sha256Thumbprint = Base64Url.Encode(SHA256.HashData(der));
        SubjectAlternativeUris = CertificateReading.UrisOf(parsed);
        Purposes = CertificateReading.ExtendedKeyUsesOf(parsed);
        Extensions = CertificateExtensions.Read(parsed);
        IsDevelopment = parsed.CertificateStructure.Extensions?.GetExtension(new(CertificateOids.DevelopmentMarker)) is not null;
    }

    /// <summary>The encoded certificate.</summary>
    public ReadOnlyMemory<byte> Der => der;

    /// <summary>The subject's distinguished name (RFC 4514).</summary>
    public string Subject => Parsed.SubjectDN.ToString();

    /// <summary>The issuer's distinguished name (RFC 4514).</summary>
    public string Issuer => Parsed.IssuerDN.ToString();

    /// <summary>The serial number, lower-case hex.</summary>
    public string SerialNumber => Parsed.SerialNumber.ToString(16);

    /// <summary>The first moment of its validity.</summary>
    public DateTimeOffset NotBefore => new(Parsed.NotBefore.ToUniversalTime());

    /// <summary>The last moment of its validity.</summary>
    public DateTimeOffset NotAfter => new(Parsed.NotAfter.ToUniversalTime());

    /// <summary>SHA-256 over the encoded certificate, base64url: the value of <c>x5t#S256</c>.</summary>
    public string Sha256Thumbprint { get; }

    /// <summary>The URIs of its subject alternative name, in order: whom the certificate speaks for.</summary>
    public IReadOnlyList<string> SubjectAlternativeUris { get; }

    /// <summary>The object identifiers of its extended key usage. Empty where it has none.</summary>
    public IReadOnlyList<string> Purposes { get; }

    /// <summary>Whether it may sign certificates: basic constraints and key usage both say so (RFC 5280 sections 4.2.1.9 and 4.2.1.3).</summary>
    public bool IsAuthority => Extensions.IsAuthority && Extensions.MaySignCertificates;

    /// <summary>Whether subject and issuer have one name, as a root's have.</summary>
    public bool IsSelfIssued => Extensions.IsSelfIssued;

    /// <summary>The name of the algorithm that it is signed with, such as <c>SHA-256withRSA</c>; the object identifier where that has none.</summary>
    public string SignatureAlgorithm => Parsed.SigAlgName;

    /// <summary>The names of its key usage bits, as RFC 5280 section 4.2.1.3 writes them. Empty where it has none.</summary>
    public IReadOnlyList<string> KeyUsages => Extensions.KeyUsageNames;

    /// <summary>Where its revocation is told: addresses of lists and OCSP responders in it. Nothing is fetched by reading them.</summary>
    public IReadOnlyList<string> RevocationAddresses => CertificateReading.RevocationAddressesOf(Parsed);

    /// <summary>Its public key; the key id is the key's thumbprint.</summary>
    public VerificationKey PublicKey { get; }

    /// <summary>True for a certificate generated for development, which is never trusted anywhere else.</summary>
    public bool IsDevelopment { get; }

    internal X509Certificate Parsed { get; }

    internal CertificateExtensions Extensions { get; }

    /// <summary>Thumbprint of the certificate that its signature was last found to hold under; null where it was under none.</summary>
    internal string? SignedUnder { get; set; }

    /// <summary>Reads one certificate, DER or PEM. Anything before or after it is refused (CB3008).</summary>
    public static Outcome<Certificate> Parse(ReadOnlySpan<byte> derOrPem)
    {
        if (!derOrPem.IsEmpty && derOrPem[0] == 0x30)
            return ParseDer(derOrPem.ToArray());

        return ParseMany(System.Text.Encoding.ASCII.GetString(derOrPem)) switch
        {
            { Succeeded: true, Value: [var only] } => only,
            { Succeeded: true } => ErrorCatalogue.CertificateMalformed.With("One certificate is wanted here, not several."),
            var refused => Outcome<Certificate>.Refused(refused.Errors),
        };
    }

    /// <summary>Reads a bundle of PEM certificates, in the order of the text. None at all is refused (CB3008).</summary>
    public static Outcome<IReadOnlyList<Certificate>> ParseMany(string pem)
    {
        var found = new List<Certificate>();
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            if (!rest[fields.Label].SequenceEqual("CERTIFICATE"))
                return ErrorCatalogue.CertificateMalformed.With("The PEM text holds something other than certificates.");

            var certificate = ParseDer(Convert.FromBase64String(rest[fields.Base64Data].ToString()));
            if (!certificate.Succeeded)
                return Outcome<IReadOnlyList<Certificate>>.Refused(certificate.Errors);

            found.Add(certificate.Value);
            rest = rest[fields.Location.End..];
        }

        return found.Count > 0
            ? Outcome<IReadOnlyList<Certificate>>.Of(found)
            : ErrorCatalogue.CertificateMalformed.With("There is no certificate in the text.");
    }

    private static Outcome<Certificate> ParseDer(byte[] der) => KnownCertificates.Read(der, static bytes =>
        CertificateReading.Parse(bytes).Then(parsed => SubjectKey.Read(parsed.CertificateStructure.SubjectPublicKeyInfo)
            .Map(key => new Certificate(parsed, key))));

    /// <summary>The certificate in PEM.</summary>
    public string ToPem() => PemEncoding.WriteString("CERTIFICATE", der) + "\n";

    /// <inheritdoc/>
    public override string ToString() => $"{Subject} ({SerialNumber})";
}
