using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// Authenticated encryption of content at rest. What <see cref="Seal"/> gives is nonce (12 bytes), ciphertext, tag (16 bytes);
/// the nonce is random, so one key should seal fewer than 2^32 contents (NIST SP 800-38D section 8.3).
/// </summary>
public static class ContentCipher
{
    /// <summary>AES-256 in Galois/Counter Mode; a key of 32 bytes.</summary>
    public const string AesGcm = "A256GCM";

    /// <summary>SM4 in Galois/Counter Mode under its GM/T 0125 name; a key of 16 bytes.</summary>
    public const string Sm4Gcm = "SGD_SM4_GCM";

    internal const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>The length in bytes of a key for that algorithm.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such algorithm.</exception>
    public static int KeyLength(string algorithm) => algorithm switch
    {
        AesGcm => 32,
        Sm4Gcm => 16,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "No such algorithm."),
    };

    /// <summary>Encrypts, and binds the content to <paramref name="associated"/>, which must be given again to open it.</summary>
    public static byte[] Seal(string algorithm, byte[] key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associated)
    {
        RequireKey(algorithm, key);
        var result = new byte[NonceLength + plaintext.Length + TagLength];
        var nonce = result.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        if (algorithm == AesGcm)
        {
            using var aes = new AesGcm(key, TagLength);
            aes.Encrypt(nonce, plaintext, result.AsSpan(NonceLength, plaintext.Length), result.AsSpan(NonceLength + plaintext.Length), associated);
        }
        else
        {
            var sm4 = StartSm4(forEncryption: true, key, nonce, associated);
            var written = sm4.ProcessBytes(plaintext, result.AsSpan(NonceLength));
            sm4.DoFinal(result.AsSpan(NonceLength + written));
        }

        return result;
    }

    /// <summary>Decrypts; refused (CB3009) where key, content or associated data are not those it was sealed with.</summary>
    public static Outcome<byte[]> Open(string algorithm, byte[] key, ReadOnlySpan<byte> sealedContent, ReadOnlySpan<byte> associated)
    {
        RequireKey(algorithm, key);
        if (sealedContent.Length < NonceLength + TagLength)
            return ErrorCatalogue.SealBroken.With("The sealed content is shorter than its nonce and tag.");

        var nonce = sealedContent[..NonceLength];
        var plaintext = new byte[sealedContent.Length - NonceLength - TagLength];
        try
        {
            if (algorithm == AesGcm)
            {
                using var aes = new AesGcm(key, TagLength);
                aes.Decrypt(nonce, sealedContent[NonceLength..^TagLength], sealedContent[^TagLength..], plaintext, associated);
            }
            else
            {
                var sm4 = StartSm4(forEncryption: false, key, nonce, associated);
                var buffer = new byte[sm4.GetOutputSize(sealedContent.Length - NonceLength)];
                var written = sm4.ProcessBytes(sealedContent[NonceLength..], buffer);
                sm4.DoFinal(buffer.AsSpan(written));
                buffer.AsSpan(0, plaintext.Length).CopyTo(plaintext);
            }
        }
        catch (Exception exception) when (exception is AuthenticationTagMismatchException or InvalidCipherTextException)
        {
            return ErrorCatalogue.SealBroken.With("The authentication tag does not hold for this key and associated data.");
        }

        return plaintext;
    }

    private static GcmBlockCipher StartSm4(bool forEncryption, byte[] key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated)
    {
        var cipher = new GcmBlockCipher(new SM4Engine());
        cipher.Init(forEncryption, new AeadParameters(new KeyParameter(key), TagLength * 8, nonce.ToArray(), associated.ToArray()));
        return cipher;
    }

    private static void RequireKey(string algorithm, byte[] key)
    {
        if (key.Length != KeyLength(algorithm))
            throw new ArgumentException($"{algorithm} takes a key of {KeyLength(algorithm)} bytes.", nameof(key));
    }
}
