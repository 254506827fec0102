using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Math;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>Writes certificate requests (RFC 2986), signed through the key's own interface so that a key in a module can ask too.</summary>
internal static class RequestWriting
{
    public static Outcome<byte[]> Write(ISigningKey key, string subject, IReadOnlyList<string> uris, IReadOnlyList<string> purposes)
    {
        if (AlgorithmOf(key.Algorithm) is not { } algorithm)
            return ErrorCatalogue.CertificateRequestInvalid.With($"No certificate request is signed with {key.Algorithm} here.");

        try
        {
            var info = new CertificationRequestInfo(new X509Name(subject), SubjectKey.Write(key.PublicKey), new DerSet(
                new AttributePkcs(PkcsObjectIdentifiers.Pkcs9AtExtensionRequest, new DerSet(Wishes(uris, purposes)))));
            var signature = key.Sign(info.GetDerEncoded());
            return new CertificationRequest(info, algorithm, new DerBitString(
                key.Algorithm.Kind == KeyKind.Rsa ? signature : PairOf(signature))).GetDerEncoded();
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            return ErrorCatalogue.CertificateRequestInvalid.With("The subject is no distinguished name, or a purpose no object identifier.");
        }
    }

    private static X509Extensions Wishes(IReadOnlyList<string> uris, IReadOnlyList<string> purposes)
    {
        var extensions = new X509ExtensionsGenerator();
        extensions.AddExtension(X509Extensions.KeyUsage, true, new KeyUsage(KeyUsage.DigitalSignature));
        if (uris.Count > 0)
            extensions.AddExtension(X509Extensions.SubjectAlternativeName, false, new GeneralNames([.. uris.Select(uri => new GeneralName(GeneralName.UniformResourceIdentifier, uri))]));
        if (purposes.Count > 0)
            extensions.AddExtension(X509Extensions.ExtendedKeyUsage, false, new DerSequence((Asn1Encodable[])[.. purposes.Select(oid => new DerObjectIdentifier(oid))]));
        return extensions.Generate();
    }

    private static AlgorithmIdentifier? AlgorithmOf(SignatureAlgorithm algorithm) => algorithm.Name switch
    {
        "RS256" => new(PkcsObjectIdentifiers.Sha256WithRsaEncryption, DerNull.Instance),
        "RS384" => new(PkcsObjectIdentifiers.Sha384WithRsaEncryption, DerNull.Instance),
        "RS512" => new(PkcsObjectIdentifiers.Sha512WithRsaEncryption, DerNull.Instance),
        "PS256" => new(PkcsObjectIdentifiers.IdRsassaPss, Pss()),
        "ES256" => new(X9ObjectIdentifiers.ECDsaWithSha256),
        "ES384" => new(X9ObjectIdentifiers.ECDsaWithSha384),
        "ES512" => new(X9ObjectIdentifiers.ECDsaWithSha512),
        "SGD_SM3_SM2" => new(GMObjectIdentifiers.sm2sign_with_sm3),
        _ => null,
    };

    private static RsassaPssParameters Pss()
    {
        var sha256 = new AlgorithmIdentifier(NistObjectIdentifiers.IdSha256, DerNull.Instance);
        return new RsassaPssParameters(sha256, new AlgorithmIdentifier(PkcsObjectIdentifiers.IdMgf1, sha256), DerInteger.ValueOf(32), DerInteger.One);
    }

    /// <summary>JOSE writes r||s; X.509 writes SEQUENCE { r, s } for ECDSA (RFC 3279) and SM2 (GM/T 0009) alike.</summary>
    private static byte[] PairOf(byte[] signature) => new DerSequence(
        new DerInteger(new BigInteger(1, signature[..(signature.Length / 2)])),
        new DerInteger(new BigInteger(1, signature[(signature.Length / 2)..]))).GetDerEncoded();
}
