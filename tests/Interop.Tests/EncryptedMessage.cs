using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CrossBorder.Interop.Tests;

/// <summary>The content side of a JWE with A256GCM, in .NET alone: what is left to foreign software is the content key.</summary>
internal static class EncryptedMessage
{
    public const int KeyLength = 32;

    public static string Seal(string header, byte[] encryptedKey, byte[] contentKey, byte[] payload)
    {
        var encoded = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header));
        var nonce = RandomNumberGenerator.GetBytes(12);
        var (ciphertext, tag) = (new byte[payload.Length], new byte[16]);
        using var aes = new AesGcm(contentKey, tag.Length);
        aes.Encrypt(nonce, payload, ciphertext, tag, Encoding.ASCII.GetBytes(encoded));
        return string.Join('.', encoded, Base64Url.EncodeToString(encryptedKey), Base64Url.EncodeToString(nonce),
            Base64Url.EncodeToString(ciphertext), Base64Url.EncodeToString(tag));
    }

    public static byte[] EncryptedKeyOf(string jwe) => Base64Url.DecodeFromChars(jwe.Split('.')[1]);

    public static byte[] Open(string jwe, byte[] contentKey)
    {
        var parts = jwe.Split('.');
        var ciphertext = Base64Url.DecodeFromChars(parts[3]);
        var payload = new byte[ciphertext.Length];
        using var aes = new AesGcm(contentKey, 16);
        aes.Decrypt(Base64Url.DecodeFromChars(parts[2]), ciphertext, Base64Url.DecodeFromChars(parts[4]), payload, Encoding.ASCII.GetBytes(parts[0]));
        return payload;
    }
}
