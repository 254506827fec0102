using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>SHA-256 fingerprints in hex, as the tools show them that officers compare with; inside they are base64url.</summary>
internal static class ConsoleFingerprint
{
    private const int Length = 32;

    public static string Show(string thumbprint) => Convert.ToHexStringLower(Base64Url.DecodeFromChars(thumbprint));

    /// <summary>Hex, with colons or spaces between if need be. False for what is no fingerprint.</summary>
    public static bool TryRead(string typed, [NotNullWhen(true)] out string? thumbprint)
    {
        var digits = string.Concat(typed.Where(character => character is not (':' or ' ')));
        var isHex = digits.Length == 2 * Length && digits.All(char.IsAsciiHexDigit);
        thumbprint = isHex ? Base64Url.EncodeToString(Convert.FromHexString(digits)) : null;
        return isHex;
    }
}
