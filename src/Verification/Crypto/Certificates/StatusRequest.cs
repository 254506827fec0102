using CrossBorder.Verification.Trust;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.Oiw;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Ocsp;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>An OCSP request (RFC 6960 section 4.1.1) as it goes over the wire, unsigned.</summary>
internal static class StatusRequest
{
    public static byte[] Encode(Certificate certificate, Certificate issuer, CertificateIdHash hash, byte[]? nonce)
    {
        var generator = new OcspReqGenerator();
        generator.AddRequest(new CertificateID(new AlgorithmIdentifier(OidOf(hash), DerNull.Instance), issuer.Parsed, certificate.Parsed.SerialNumber));
        if (nonce is not null)
        {
            var extensions = new X509ExtensionsGenerator();
            extensions.AddExtension(OcspObjectIdentifiers.PkixOcspNonce, critical: false, new DerOctetString(nonce));
            generator.SetRequestExtensions(extensions.Generate());
        }

        return generator.Generate().GetEncoded();
    }

    private static DerObjectIdentifier OidOf(CertificateIdHash hash) => hash switch
    {
        CertificateIdHash.Sha256 => NistObjectIdentifiers.IdSha256,
        CertificateIdHash.Sm3 => GMObjectIdentifiers.sm3,
        _ => OiwObjectIdentifiers.IdSha1,
    };
}
