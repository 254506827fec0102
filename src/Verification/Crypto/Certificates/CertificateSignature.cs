using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Crypto.Sm2;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>Signatures on certificates and revocation lists: which algorithms are taken, and from which kind of key.</summary>
internal static class CertificateSignature
{
    public static bool Holds(Certificate certificate, Certificate issuer)
    {
        // A fact of two certificates that never changes: a partner signs every message under the same two.
        if (string.Equals(certificate.SignedUnder, issuer.Sha256Thumbprint, StringComparison.Ordinal))
            return true;
        var holds = Guarded(() =>
            IsTaken(certificate.Parsed.CertificateStructure.SignatureAlgorithm, issuer.PublicKey.Kind)
            && (issuer.PublicKey.Numbers is Sm2Numbers sm2
                ? Holds(certificate.Parsed, sm2)
                : Unthrown(() => certificate.Parsed.Verify(issuer.Parsed.GetPublicKey()))));
        if (holds)
            certificate.SignedUnder = issuer.Sha256Thumbprint;
        return holds;
    }

    /// <summary>Whether its signature rests on a hash for which collisions are made.</summary>
    public static bool IsBroken(Certificate certificate)
    {
        var name = certificate.SignatureAlgorithm.ToUpperInvariant();
        return name.StartsWith("SHA-1", StringComparison.Ordinal) || name.StartsWith("SHA1", StringComparison.Ordinal) || name.StartsWith("MD", StringComparison.Ordinal)
            || (certificate.Parsed.CertificateStructure.SignatureAlgorithm.Algorithm.Equals(PkcsObjectIdentifiers.IdRsassaPss)
                && Guarded(() => !IsPssOverAnySha2(certificate.Parsed.CertificateStructure.SignatureAlgorithm)));
    }

    /// <summary>Whether an SM2 signature holds with an empty user id, as some authorities make it; no path is verified so.</summary>
    public static bool HoldsWithEmptyUserId(Certificate certificate, Certificate issuer) => Guarded(() =>
        issuer.PublicKey.Numbers is Sm2Numbers sm2 && Sm2DerSignature.TryRead(certificate.Parsed.GetSignature(), out var raw)
        && sm2.Verify(certificate.Parsed.GetTbsCertificate(), raw, PartnerProfile.Of("").Value));

    public static bool Holds(ParsedRevocationList list, Certificate issuer) => Guarded(() =>
        IsTaken(list.Crl.CertificateList.SignatureAlgorithm, issuer.PublicKey.Kind)
        && (issuer.PublicKey.Numbers is Sm2Numbers sm2
            ? Holds(list.Crl, sm2)
            : Unthrown(() => list.Crl.Verify(issuer.Parsed.GetPublicKey()))));

    /// <summary>Any other structure that is signed in the way of X.509: an OCSP response, by the key of a certificate.</summary>
    public static bool Holds(AlgorithmIdentifier algorithm, byte[] data, byte[] signature, Certificate signer) =>
        Holds(algorithm, data, signature, signer.PublicKey, signer.Parsed.CertificateStructure.SubjectPublicKeyInfo);

    /// <summary>The same by a key that no certificate holds yet: a certificate request.</summary>
    public static bool Holds(AlgorithmIdentifier algorithm, byte[] data, byte[] signature, VerificationKey key, SubjectPublicKeyInfo info) => Guarded(() =>
    {
        if (!IsTaken(algorithm, key.Kind))
            return false;
        if (key.Numbers is Sm2Numbers sm2)
            return Holds(data, signature, sm2);

        var calculator = new Asn1VerifierFactory(algorithm, PublicKeyFactory.CreateKey(info)).CreateCalculator();
        using (var stream = calculator.Stream)
            stream.Write(data);
        return calculator.GetResult().IsVerified(signature);
    });

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

    private static bool IsPssOverAnySha2(AlgorithmIdentifier identifier) => identifier.Parameters is { } parameters
        && !RsassaPssParameters.GetInstance(parameters).HashAlgorithm.Algorithm.Equals(Org.BouncyCastle.Asn1.Oiw.OiwObjectIdentifiers.IdSha1);

    /// <summary>By the key that is kept with the issuer, and its table of multiples where it is a regular one.</summary>
    private static bool Holds(X509Certificate certificate, Sm2Numbers issuer) =>
        certificate.CertificateStructure.SignatureAlgorithm.Equals(certificate.CertificateStructure.TbsCertificate.Signature)
        && Holds(certificate.GetTbsCertificate(), certificate.GetSignature(), issuer);

    private static bool Holds(X509Crl list, Sm2Numbers issuer) =>
        list.CertificateList.SignatureAlgorithm.Equals(list.CertificateList.TbsCertList.Signature)
        && Holds(list.GetTbsCertList(), list.GetSignature(), issuer);

    private static bool Holds(byte[] signed, byte[] signature, Sm2Numbers issuer) =>
        Sm2DerSignature.TryRead(signature, out var raw) && issuer.Verify(AlgorithmCatalogue.Sm2, signed, raw);

    private static bool Unthrown(Action verify)
    {
        verify();
        return true;
    }

    /// <summary>The signature itself comes from strangers: one that is no whole number of bytes throws where it is taken out.</summary>
    private static bool Guarded(Func<bool> holds)
    {
        try
        {
            return holds();
        }
        catch (Exception exception) when (LibraryRefusal.Is(exception))
        {
            return false;
        }
    }
}
