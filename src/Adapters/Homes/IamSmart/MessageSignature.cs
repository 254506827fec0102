using System.Security.Cryptography;
using System.Text;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>The signature in the headers of every message: HMAC-SHA-256 over who, how, when, once, and what.</summary>
internal static class MessageSignature
{
    public const string Method = "HmacSHA256";

    /// <summary>As it stands in the header: base64, then URL-encoded.</summary>
    public static string Of(byte[] secret, string clientId, string timestamp, string nonce, ReadOnlySpan<byte> body) =>
        Uri.EscapeDataString(Convert.ToBase64String(Compute(secret, clientId, timestamp, nonce, body)));

    /// <summary>In constant time; a header that is no signature at all matches nothing.</summary>
    public static bool Matches(string header, byte[] secret, string clientId, string timestamp, string nonce, ReadOnlySpan<byte> body)
    {
        // Encoders differ in the case of their hexadecimal digits, so bytes are compared and not texts.
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return header.Length <= 200
            && Convert.TryFromBase64String(Uri.UnescapeDataString(header), given, out var length)
            && length == given.Length
            && CryptographicOperations.FixedTimeEquals(given, Compute(secret, clientId, timestamp, nonce, body));
    }

    private static byte[] Compute(byte[] secret, string clientId, string timestamp, string nonce, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        mac.AppendData(Encoding.UTF8.GetBytes(clientId + Method + timestamp + nonce));
        mac.AppendData(body);
        return mac.GetHashAndReset();
    }
}
