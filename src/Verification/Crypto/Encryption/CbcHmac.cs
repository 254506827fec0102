using System.Buffers.Binary;
using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>A128CBC-HS256 (RFC 7518 section 5.2): encrypted, and then authenticated together with the header. Nothing is decrypted that is not authentic.</summary>
internal static class CbcHmac
{
    public const string Name = "A128CBC-HS256";
    public const int KeyLength = 32;
    public const int VectorLength = 16;
    private const int HalfLength = KeyLength / 2;
    private const int TagLength = 16;

    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associated) =>
        Seal(key, RandomNumberGenerator.GetBytes(VectorLength), plaintext, associated);

    internal static byte[] Seal(byte[] key, byte[] vector, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associated)
    {
        using var aes = Cipher(key);
        var ciphertext = aes.EncryptCbc(plaintext, vector);
        return [.. vector, .. ciphertext, .. Tag(key, vector, ciphertext, associated)];
    }

    /// <summary>Refused with CB3009 where key, content or associated data are not those it was sealed with.</summary>
    public static Outcome<byte[]> Open(byte[] key, ReadOnlySpan<byte> sealedContent, ReadOnlySpan<byte> associated)
    {
        if (sealedContent.Length < VectorLength + TagLength)
            return Refuse();

        var vector = sealedContent[..VectorLength];
        var ciphertext = sealedContent[VectorLength..^TagLength];
        if (!CryptographicOperations.FixedTimeEquals(sealedContent[^TagLength..], Tag(key, vector, ciphertext, associated)))
            return Refuse();

        try
        {
            using var aes = Cipher(key);
            return aes.DecryptCbc(ciphertext, vector);
        }
        // Authentic, and yet no ciphertext: whoever has the key wrote it so.
        catch (CryptographicException)
        {
            return Refuse();
        }
    }

    private static Aes Cipher(byte[] key)
    {
        var aes = Aes.Create();
        aes.Key = key[HalfLength..];
        return aes;
    }

    private static byte[] Tag(byte[] key, ReadOnlySpan<byte> vector, ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> associated)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.AsSpan(0, HalfLength));
        hmac.AppendData(associated);
        hmac.AppendData(vector);
        hmac.AppendData(ciphertext);
        Span<byte> bits = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bits, associated.Length * 8L);
        hmac.AppendData(bits);
        return hmac.GetHashAndReset()[..TagLength];
    }

    private static Error Refuse() => ErrorCatalogue.SealBroken.With("The authentication tag does not hold for this key and associated data.");
}
