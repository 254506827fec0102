using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Paddings;
using Org.BouncyCastle.Crypto.Parameters;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>The ciphers of <see cref="KeyEncryption"/>. CBC pads as in RFC 8018 section 6.1.1; GCM appends its tag of 16 bytes.</summary>
internal static class KeyCipher
{
    public const int TagLength = 16;
    public const int BlockLength = 16;
    public const int NonceLength = 12;

    public static byte[] Encrypt(KeyEncryption encryption, SecretBytes key, byte[] iv, ReadOnlySpan<byte> plaintext)
    {
        if (encryption == KeyEncryption.Sm4Cbc)
            return Sm4(forEncryption: true, key, iv, plaintext);
        if (!encryption.IsAuthenticated)
        {
            using var cbc = Aes.Create();
            cbc.SetKey(key.Span);
            return cbc.EncryptCbc(plaintext, iv);
        }

        var result = new byte[plaintext.Length + TagLength];
        using var gcm = new AesGcm(key.Span, TagLength);
        gcm.Encrypt(iv, plaintext, result.AsSpan(0, plaintext.Length), result.AsSpan(plaintext.Length));
        return result;
    }

    /// <summary>Null where the key is not the one that it was encrypted with.</summary>
    public static SecretBytes? Decrypt(KeyEncryption encryption, SecretBytes key, byte[] iv, ReadOnlySpan<byte> ciphertext)
    {
        try
        {
            if (encryption == KeyEncryption.Sm4Cbc)
                return SecretBytes.TakeFrom(Sm4(forEncryption: false, key, iv, ciphertext));
            if (!encryption.IsAuthenticated)
            {
                using var cbc = Aes.Create();
                cbc.SetKey(key.Span);
                return SecretBytes.TakeFrom(cbc.DecryptCbc(ciphertext, iv));
            }

            if (ciphertext.Length < TagLength)
                return null;

            var plaintext = new SecretBytes(ciphertext.Length - TagLength);
            using var gcm = new AesGcm(key.Span, TagLength);
            gcm.Decrypt(iv, ciphertext[..^TagLength], ciphertext[^TagLength..], plaintext.Span);
            return plaintext;
        }
        catch (Exception exception) when (exception is CryptographicException or CryptoException)
        {
            return null;
        }
    }

    private static byte[] Sm4(bool forEncryption, SecretBytes key, byte[] iv, ReadOnlySpan<byte> input)
    {
        var cipher = new PaddedBufferedBlockCipher(new CbcBlockCipher(new SM4Engine()), new Pkcs7Padding());
        cipher.Init(forEncryption, new ParametersWithIV(new KeyParameter(key.Span), iv));
        using var buffer = new SecretBytes(cipher.GetOutputSize(input.Length));
        var written = cipher.ProcessBytes(input, buffer.Span);
        written += cipher.DoFinal(buffer.Span[written..]);
        return buffer.Span[..written].ToArray();
    }
}
