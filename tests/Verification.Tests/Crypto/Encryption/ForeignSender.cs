using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto.Encryption;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;

namespace CrossBorder.Verification.Tests.Crypto.Encryption;

/// <summary>Encrypts with A256GCM under a header of the test's choice, without the product's own encryption: .NET and BouncyCastle alone.</summary>
internal sealed class ForeignSender(SoftwareDecryptionKey recipient)
{
    public string Encrypt(byte[] payload, string header)
    {
        var jwk = JsonNode.Parse(recipient.PublicKey.ToJwk())!;
        byte[] Number(string name) => Base64Url.DecodeFromChars(jwk[name]!.GetValue<string>());
        var members = JsonNode.Parse(header)!;
        var contentKey = RandomNumberGenerator.GetBytes(32);
        byte[] encryptedKey = [];
        switch (recipient.Algorithm.Name)
        {
            case "RSA-OAEP-256":
                using (var rsa = RSA.Create(new RSAParameters { Modulus = Number("n"), Exponent = Number("e") }))
                    encryptedKey = rsa.Encrypt(contentKey, RSAEncryptionPadding.OaepSHA256);
                break;
            case "SGD_SM2_3":
                encryptedKey = EncryptSm2(contentKey, Number("x"), Number("y"));
                break;
            case "ECDH-ES":
                contentKey = Agree(Number("x"), Number("y"), members, "A256GCM");
                break;
            default:
                var wrap = new AesWrapEngine();
                wrap.Init(true, new KeyParameter(Agree(Number("x"), Number("y"), members, "ECDH-ES+A256KW")));
                encryptedKey = wrap.Wrap(contentKey, 0, contentKey.Length);
                break;
        }

        var encoded = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(members.ToJsonString()));
        var nonce = RandomNumberGenerator.GetBytes(12);
        var (ciphertext, tag) = (new byte[payload.Length], new byte[16]);
        using var aes = new AesGcm(contentKey, 16);
        aes.Encrypt(nonce, payload, ciphertext, tag, Encoding.ASCII.GetBytes(encoded));
        return string.Join('.', encoded, Base64Url.EncodeToString(encryptedKey), Base64Url.EncodeToString(nonce),
            Base64Url.EncodeToString(ciphertext), Base64Url.EncodeToString(tag));
    }

    private static byte[] EncryptSm2(byte[] contentKey, byte[] x, byte[] y)
    {
        var curve = GMNamedCurves.GetByOid(GMObjectIdentifiers.sm2p256v1);
        var point = curve.Curve.CreatePoint(new BigInteger(1, x), new BigInteger(1, y));
        var engine = new SM2Engine(new SM3Digest(), SM2Engine.Mode.C1C3C2);
        engine.Init(true, new ParametersWithRandom(new ECPublicKeyParameters(point, new ECDomainParameters(curve)), new SecureRandom()));
        return engine.ProcessBlock(contentKey, 0, contentKey.Length);
    }

    /// <summary>.NET's own way to the same key: a hash of counter, Z and the other info is what its key derivation makes.</summary>
    private static byte[] Agree(byte[] x, byte[] y, JsonNode header, string algorithm)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } });
        var own = ephemeral.ExportParameters(includePrivateParameters: false).Q;
        header["epk"] = new JsonObject
        {
            ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(own.X), ["y"] = Base64Url.EncodeToString(own.Y),
        };
        byte[] info = [0, 0, 0, (byte)algorithm.Length, .. Encoding.ASCII.GetBytes(algorithm), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0];
        return ephemeral.DeriveKeyFromHash(other.PublicKey, HashAlgorithmName.SHA256, [0, 0, 0, 1], info);
    }
}
