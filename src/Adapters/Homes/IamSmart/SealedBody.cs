using System.Buffers.Binary;
using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>The content of a message: AES-256-GCM, with the IV before and the tag behind the ciphertext, all in base64.</summary>
internal sealed class SealedBody(bool lengthPrefixed)
{
    private const int IvLength = 12;
    private const int TagLength = 16;
    private const int PrefixLength = 4;

    private int Before => lengthPrefixed ? PrefixLength + IvLength : IvLength;

    public string Seal(byte[] key, ReadOnlySpan<byte> plaintext)
    {
        var content = new byte[Before + plaintext.Length + TagLength];
        var iv = content.AsSpan(Before - IvLength, IvLength);
        if (lengthPrefixed)
            BinaryPrimitives.WriteInt32BigEndian(content, IvLength);
        RandomNumberGenerator.Fill(iv);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(iv, plaintext, content.AsSpan(Before, plaintext.Length), content.AsSpan(Before + plaintext.Length));
        return Convert.ToBase64String(content);
    }

    /// <summary>What was sealed; CB4062 alike for every reason, so that nobody learns how far a forgery came.</summary>
    public Outcome<byte[]> Open(byte[] key, string base64)
    {
        var content = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, content, out var length) || length < Before + TagLength
            || (lengthPrefixed && BinaryPrimitives.ReadInt32BigEndian(content) != IvLength))
            return Unreadable;

        var plaintext = new byte[length - Before - TagLength];
        try
        {
            using var cipher = new AesGcm(key, TagLength);
            cipher.Decrypt(content.AsSpan(Before - IvLength, IvLength), content.AsSpan(Before, plaintext.Length), content.AsSpan(length - TagLength, TagLength), plaintext);
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return Unreadable;
        }
    }

    private static Error Unreadable => ErrorCatalogue.HomeContentUnreadable.With("The content does not open with the key that was agreed.");
}
