using System.Text;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>A compact JWE (RFC 7516 section 7.1) taken apart, before anything is believed of it.</summary>
/// <param name="Associated">The ASCII of the encoded header, which the tag covers.</param>
/// <param name="Header">The header, decoded.</param>
/// <param name="EncryptedKey">The encrypted key; empty for direct agreement.</param>
/// <param name="Sealed">Initialization vector, ciphertext and tag, as <see cref="ContentEncryptionAlgorithm.Seal"/> has them.</param>
/// <param name="VectorLength">How long the vector is in it.</param>
internal sealed record JweParts(byte[] Associated, byte[] Header, byte[] EncryptedKey, byte[] Sealed, int VectorLength)
{
    /// <summary>The longest encrypted key in bytes: that of the largest RSA key taken.</summary>
    private const int LongestEncryptedKey = 1024;
    private const int LongestVector = 16;
    private const int TagLength = 16;

    public static Outcome<JweParts> Read(string compact)
    {
        var parts = compact.Split('.', 6);
        if (parts.Length != 5
            || !Base64Url.TryDecode(parts[0], out var header)
            || !Base64Url.TryDecode(parts[1], out var encryptedKey)
            || !Base64Url.TryDecode(parts[2], out var nonce)
            || !Base64Url.TryDecode(parts[3], out var ciphertext)
            || !Base64Url.TryDecode(parts[4], out var tag))
        {
            return ErrorCatalogue.EncryptedContentMalformed.With("The message is not five parts of base64url joined by dots.");
        }

        if (nonce.Length > LongestVector || tag.Length != TagLength || encryptedKey.Length > LongestEncryptedKey)
        {
            return ErrorCatalogue.EncryptedContentMalformed.With(
                $"The initialization vector has at most {LongestVector} bytes, the tag {TagLength}, the encrypted key at most {LongestEncryptedKey}.");
        }

        return new JweParts(Encoding.ASCII.GetBytes(parts[0]), header, encryptedKey, [.. nonce, .. ciphertext, .. tag], nonce.Length);
    }

    /// <summary>The compact serialization of a header, an encrypted key and what <see cref="ContentEncryptionAlgorithm.Seal"/> gave for both.</summary>
    public static string Write(string encodedHeader, ReadOnlySpan<byte> encryptedKey, ReadOnlySpan<byte> content, int vectorLength) => string.Join('.',
        encodedHeader,
        Base64Url.Encode(encryptedKey),
        Base64Url.Encode(content[..vectorLength]),
        Base64Url.Encode(content[vectorLength..^TagLength]),
        Base64Url.Encode(content[^TagLength..]));
}
