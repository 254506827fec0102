using CrossBorder.Verification.Crypto.Keys;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>Signatures on certificates and revocation lists: which algorithms are taken, and from which kind of key.</summary>
internal static class CertificateSignature
{
    public static bool Holds(Certificate certificate, Certificate issuer) =>
        IsTaken(certificate.Parsed.CertificateStructure.SignatureAlgorithm, issuer.PublicKey.Kind)
        && Holds(() => certificate.Parsed.Verify(KeyOf(issuer)));

    public static bool Holds(ParsedRevocationList list, Certificate issuer) =>
        IsTaken(list.Crl.CertificateList.SignatureAlgorithm, issuer.PublicKey.Kind)
        && Holds(() => list.Crl.Verify(KeyOf(issuer)));

    /// <summary>SHA-1 and MD5 are not here, and an algorithm never meets a key of another kind.</summary>
    private static bool IsTaken(AlgorithmIdentifier identifier, KeyKind kind)
    {
        var algorithm = identifier.Algorithm;
        return kind switch
        {
            KeyKind.Rsa => algorithm.Equals(PkcsObjectIdentifiers.Sha256WithRsaEncryption)
                || algorithm.Equals(PkcsObjectIdentifiers.Sha384WithRsaEncryption)
                || algorithm.Equals(PkcsObjectIdentifiers.Sha512WithRsaEncryption)
                || (algorithm.Equals(PkcsObjectIdentifiers.IdRsassaPss) && IsPssOverSha256(identifier)),
            KeyKind.EcP256 or KeyKind.EcP384 or KeyKind.EcP521 => algorithm.Equals(X9ObjectIdentifiers.ECDsaWithSha256)
                || algorithm.Equals(X9ObjectIdentifiers.ECDsaWithSha384)
                || algorithm.Equals(X9ObjectIdentifiers.ECDsaWithSha512),
            KeyKind.Sm2 => algorithm.Equals(GMObjectIdentifiers.sm2sign_with_sm3),
            _ => false,
        };
    }

    /// <summary>Absent parameters mean SHA-1 (RFC 4055 section 3.1).</summary>
    private static bool IsPssOverSha256(AlgorithmIdentifier identifier) => identifier.Parameters is { } parameters
        && RsassaPssParameters.GetInstance(parameters).HashAlgorithm.Algorithm.Equals(NistObjectIdentifiers.IdSha256);

    /// <summary>Both are kept with the certificate: making an RSA key anew costs more than the signature, see <see cref="KnownCertificates"/>.</summary>
    private static AsymmetricKeyParameter KeyOf(Certificate issuer) =>
        issuer.PublicKey.Numbers is Sm2Numbers sm2 ? sm2.Key : issuer.Parsed.GetPublicKey();

    private static bool Holds(Action verify)
    {
        try
        {
            verify();
            return true;
        }
        catch (Exception exception) when (exception is GeneralSecurityException or CryptoException or ArgumentException or IOException or InvalidOperationException)
        {
            return false;
        }
    }
}
