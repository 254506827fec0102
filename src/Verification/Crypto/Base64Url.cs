using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// Base64url without padding (RFC 7515 section 2), strict: what it accepts has one spelling only,
/// so that two different texts never stand for the same signed bytes.
/// </summary>
internal static class Base64Url
{
    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public static string Encode(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text.ContainsAnyExcept(Alphabet) || !System.Buffers.Text.Base64Url.IsValid(text))
            return false;

        var decoded = System.Buffers.Text.Base64Url.DecodeFromChars(text);
        if (!text.SequenceEqual(Encode(decoded)))
            return false;

        bytes = decoded;
        return true;
    }
}
