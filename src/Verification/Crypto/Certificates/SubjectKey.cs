using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Math;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>The public key of a certificate, read from its subjectPublicKeyInfo.</summary>
internal static class SubjectKey
{
    public static Outcome<VerificationKey> Read(SubjectPublicKeyInfo info)
    {
        try
        {
            var algorithm = info.Algorithm.Algorithm;
            if (algorithm.Equals(PkcsObjectIdentifiers.RsaEncryption))
            {
                var rsa = RsaPublicKeyStructure.GetInstance(info.ParsePublicKey());
                return VerificationKey.From(RsaNumbers.From(new RSAParameters
                {
                    Modulus = rsa.Modulus.ToByteArrayUnsigned(),
                    Exponent = rsa.PublicExponent.ToByteArrayUnsigned(),
                }));
            }

            return CurveOf(info.Algorithm) is { } kind
                ? ReadPoint(kind, info.PublicKey.GetOctets())
                : ErrorCatalogue.KeyMalformed.With("The certificate's key is neither RSA nor EC on P-256, P-384, P-521 or sm2p256v1.");
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or InvalidOperationException)
        {
            return ErrorCatalogue.KeyMalformed.With("The certificate's key is not well-formed.");
        }
    }

    /// <summary>The subjectPublicKeyInfo of a key, in the form of RFC 5480 that every reader of either side takes.</summary>
    public static SubjectPublicKeyInfo Write(VerificationKey key)
    {
        using var jwk = System.Text.Json.JsonDocument.Parse(key.Numbers.CanonicalJwk);
        byte[] Number(string name) => Base64Url.TryDecode(jwk.RootElement.GetProperty(name).GetString(), out var number) ? number : throw new InvalidOperationException(name);
        if (key.Kind == KeyKind.Rsa)
        {
            return new SubjectPublicKeyInfo(new AlgorithmIdentifier(PkcsObjectIdentifiers.RsaEncryption, DerNull.Instance),
                new RsaPublicKeyStructure(new BigInteger(1, Number("n")), new BigInteger(1, Number("e"))));
        }

        var curve = jwk.RootElement.GetProperty("crv").GetString() switch
        {
            "P-256" => SecObjectIdentifiers.SecP256r1,
            "P-384" => SecObjectIdentifiers.SecP384r1,
            "P-521" => SecObjectIdentifiers.SecP521r1,
            "sm2p256v1" => GMObjectIdentifiers.sm2p256v1,
            var other => throw new ArgumentException($"No certificate holds a key on {other}."),
        };
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.IdECPublicKey, curve), [0x04, .. Number("x"), .. Number("y")]);
    }

    /// <summary>The kind of an elliptic curve key by its named curve; null for any other key or curve.</summary>
    public static KeyKind? CurveOf(AlgorithmIdentifier identifier)
    {
        // GM/T 0015-2023 lets the SM2 curve stand as the algorithm itself, beside id-ecPublicKey with the curve as parameter.
        if (identifier.Algorithm.Equals(GMObjectIdentifiers.sm2p256v1))
            return KeyKind.Sm2;

        if (!identifier.Algorithm.Equals(X9ObjectIdentifiers.IdECPublicKey) || identifier.Parameters is not DerObjectIdentifier curve)
            return null;

        return curve.Equals(GMObjectIdentifiers.sm2p256v1) ? KeyKind.Sm2 : NistCurve.KindOf(curve);
    }

    private static Outcome<VerificationKey> ReadPoint(KeyKind kind, byte[] point)
    {
        var length = NistCurve.LengthOf(kind);
        return point is [0x04, ..] && point.Length == 1 + (2 * length)
            ? VerificationKey.From(PublicNumbers.From(kind, point[1..(1 + length)], point[(1 + length)..]))
            : ErrorCatalogue.KeyMalformed.With($"The certificate's key is not an uncompressed point of {1 + (2 * length)} bytes.");
    }
}
