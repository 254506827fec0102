using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace CrossBorder.Sandbox.Pki;

internal enum KeyType
{
    Rsa,
    EcP256,
    Sm2,
}

/// <summary>Key pairs, and their form on disk: PKCS#8 in PEM.</summary>
internal static class KeyFactory
{
    private static readonly SecureRandom Random = new();

    public static AsymmetricCipherKeyPair Generate(KeyType type)
    {
        if (type == KeyType.Rsa)
        {
            // The platform is several times faster at RSA than managed code.
            using var rsa = RSA.Create(2048);
            return FromPkcs8(rsa.ExportPkcs8PrivateKey());
        }

        var oid = type == KeyType.Sm2 ? GMObjectIdentifiers.sm2p256v1 : SecObjectIdentifiers.SecP256r1;
        var curve = new ECNamedDomainParameters(oid, CustomNamedCurves.GetByOid(oid));
        var generator = new ECKeyPairGenerator();
        generator.Init(new ECKeyGenerationParameters(curve, Random));
        return generator.GenerateKeyPair();
    }

    public static bool IsSm2(ECKeyParameters key) => GMObjectIdentifiers.sm2p256v1.Equals(key.PublicKeyParamSet);

    public static string ToPem(AsymmetricCipherKeyPair key) =>
        PemEncoding.WriteString("PRIVATE KEY", PrivateKeyInfoFactory.CreatePrivateKeyInfo(key.Private).GetDerEncoded());

    public static string ToPem(X509Certificate certificate) => PemEncoding.WriteString("CERTIFICATE", certificate.GetEncoded());

    public static AsymmetricCipherKeyPair FromPem(string pem)
    {
        var fields = PemEncoding.Find(pem);
        return FromPkcs8(Convert.FromBase64String(pem[fields.Base64Data]));
    }

    private static AsymmetricCipherKeyPair FromPkcs8(byte[] pkcs8)
    {
        var key = PrivateKeyFactory.CreateKey(pkcs8);
        return new AsymmetricCipherKeyPair(PublicHalf(key), key);
    }

    private static AsymmetricKeyParameter PublicHalf(AsymmetricKeyParameter key) => key switch
    {
        RsaPrivateCrtKeyParameters rsa => new RsaKeyParameters(false, rsa.Modulus, rsa.PublicExponent),
        ECPrivateKeyParameters ec => new ECPublicKeyParameters(
            ec.AlgorithmName, ec.Parameters.G.Multiply(ec.D).Normalize(), ec.PublicKeyParamSet),
        _ => throw new NotSupportedException($"A key of type {key.GetType().Name} is not used here."),
    };
}
