using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.Oiw;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.X509;

namespace CrossBorder.Verification.Tests.Pki;

/// <summary>Answers about one authority's certificates, signed by that authority or by somebody else.</summary>
internal sealed record Responder(Authority About, Authority SignedBy)
{
    public string Hash { get; init; } = "SHA-1";

    public CertificateStatus? Status { get; init; } = CertificateStatus.Good;

    public DateTimeOffset ThisUpdate { get; init; } = Clock.Start.AddHours(-1);

    public DateTimeOffset? NextUpdate { get; init; } = Clock.Start.AddHours(12);

    public byte[]? Nonce { get; init; }

    public bool SendsCertificate { get; init; } = true;

    public byte[] Encode(Certificate certificate)
    {
        var hash = new AlgorithmIdentifier(Hash switch
        {
            "SM3" => GMObjectIdentifiers.sm3,
            "SHA-256" => NistObjectIdentifiers.IdSha256,
            "SHA-512" => NistObjectIdentifiers.IdSha512,
            _ => OiwObjectIdentifiers.IdSha1,
        });
        var generator = new BasicOcspRespGenerator(new RespID(SignedBy.Certificate.Parsed.SubjectDN));
        generator.AddResponse(new CertificateID(hash, About.Certificate.Parsed, certificate.Parsed.SerialNumber), Status,
            ThisUpdate.UtcDateTime, NextUpdate?.UtcDateTime, null);
        if (Nonce is not null)
        {
            var extensions = new X509ExtensionsGenerator();
            extensions.AddExtension(OcspObjectIdentifiers.PkixOcspNonce, false, new DerOctetString(Nonce));
            generator.SetResponseExtensions(extensions.Generate());
        }

        X509Certificate[] sent = SendsCertificate && SignedBy != About ? [SignedBy.Certificate.Parsed] : [];
        var basic = generator.Generate(SignedBy.SignatureFactory(), sent, ThisUpdate.UtcDateTime);
        return new OCSPRespGenerator().Generate(OCSPRespGenerator.Successful, basic).GetEncoded();
    }

    public RevocationResponse Answer(Certificate certificate) => RevocationResponse.Parse(Encode(certificate)).Value;
}
