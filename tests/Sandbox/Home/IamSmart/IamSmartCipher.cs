using System.Buffers.Binary;
using System.Net;
using System.Text;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Encodings;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace CrossBorder.Sandbox.Home.IamSmart;

/// <summary>The cryptography of the protocol, written apart from the product's own and on another library, so that the two check one another.</summary>
internal static class IamSmartCipher
{
    private const int IvLength = 12;
    private const int TagBits = 128;
    private static readonly SecureRandom Random = new();

    public static byte[] NewKey() => SecureRandom.GetNextBytes(Random, 32);

    /// <summary>RSA-OAEP with SHA-256, or PKCS#1 v1.5 for who wants to see it refused.</summary>
    public static string Wrap(RsaKeyParameters service, byte[] key, bool pkcs1 = false)
    {
        IAsymmetricBlockCipher cipher = pkcs1
            ? new Pkcs1Encoding(new RsaEngine())
            : new OaepEncoding(new RsaEngine(), new Sha256Digest(), new Sha256Digest(), null);
        cipher.Init(true, new ParametersWithRandom(service, Random));
        return Convert.ToBase64String(cipher.ProcessBlock(key, 0, key.Length));
    }

    public static string Seal(byte[] key, byte[] plaintext)
    {
        var iv = SecureRandom.GetNextBytes(Random, IvLength);
        var prefix = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(prefix, IvLength);
        return Convert.ToBase64String([.. prefix, .. iv, .. Run(true, key, iv, plaintext)]);
    }

    /// <summary>Null where it does not open.</summary>
    public static byte[]? Open(byte[] key, string base64)
    {
        try
        {
            var content = Convert.FromBase64String(base64);
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(content));
            return Run(false, key, content[4..(4 + length)], content[(4 + length)..]);
        }
        catch (Exception fault) when (fault is InvalidCipherTextException or FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    public static string Sign(string secret, string client, string timestamp, string nonce, string body)
    {
        var mac = new HMac(new Sha256Digest());
        mac.Init(new KeyParameter(Encoding.UTF8.GetBytes(secret)));
        var message = Encoding.UTF8.GetBytes(client + "HmacSHA256" + timestamp + nonce + body);
        mac.BlockUpdate(message, 0, message.Length);
        var signature = new byte[mac.GetMacSize()];
        mac.DoFinal(signature, 0);
        return WebUtility.UrlEncode(Convert.ToBase64String(signature));
    }

    private static byte[] Run(bool encrypt, byte[] key, byte[] iv, byte[] input)
    {
        var cipher = new GcmBlockCipher(new AesEngine());
        cipher.Init(encrypt, new AeadParameters(new KeyParameter(key), TagBits, iv));
        var output = new byte[cipher.GetOutputSize(input.Length)];
        var written = cipher.ProcessBytes(input, 0, input.Length, output, 0);
        cipher.DoFinal(output, written);
        return output;
    }
}
