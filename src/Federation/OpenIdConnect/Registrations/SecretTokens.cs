using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>Tokens and secrets that the hub draws: shown once, kept as a hash. They are 256 bits of chance, so that a plain hash is enough.</summary>
internal static class SecretTokens
{
    private const int Bytes = 32;

    /// <param name="kind">Stands before it, so that whoever finds one in a file knows what leaked.</param>
    public static string New(string kind) => $"{kind}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes))}";

    /// <summary>SHA-256 in lower-case hex, as secrets stand in the settings.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Takes as long wherever they differ.</summary>
    public static bool Holds(string? token, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(token ?? "")), Encoding.ASCII.GetBytes(hash)) && !string.IsNullOrEmpty(token);
}
