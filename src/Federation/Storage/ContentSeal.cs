using System.Security.Cryptography;

namespace CrossBorder.Federation.Storage;

/// <summary>Nonce, ciphertext and tag of one sealed value.</summary>
internal static class ContentSeal
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static byte[] Seal(PersonalDataKey key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associated)
    {
        var sealedContent = new byte[NonceLength + plaintext.Length + TagLength];
        var nonce = sealedContent.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Bytes, TagLength);
        aes.Encrypt(nonce, plaintext, sealedContent.AsSpan(NonceLength, plaintext.Length), sealedContent.AsSpan(^TagLength..), associated);
        return sealedContent;
    }

    public static byte[] Open(PersonalDataKey key, ReadOnlySpan<byte> content, ReadOnlySpan<byte> associated)
    {
        if (content.Length < NonceLength + TagLength)
            throw new CryptographicException("The value is too short to be a sealed one.");

        var plaintext = new byte[content.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key.Bytes, TagLength);
        aes.Decrypt(content[..NonceLength], content[NonceLength..^TagLength], content[^TagLength..], plaintext, associated);
        return plaintext;
    }
}
