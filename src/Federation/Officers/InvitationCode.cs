using System.Security.Cryptography;
using System.Text;

namespace CrossBorder.Federation.Officers;

/// <summary>The one-time code of an invitation: 120 random bits, in groups that people can read out.</summary>
internal static class InvitationCode
{
    private const int Bytes = 15;
    private const int Group = 4;

    public static string New() => string.Join('-', Base32.Encode(RandomNumberGenerator.GetBytes(Bytes)).Chunk(Group).Select(group => new string(group)));

    /// <summary>The same for however it was typed.</summary>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant())));
}
