using System.Globalization;
using System.Text;

namespace CrossBorder.Federation.Verifications;

/// <summary>Whether a text can be a name: letters, their accents, and what stands between names. No control or invisible characters.</summary>
internal static class TypedName
{
    public const int Longest = 100;

    public static bool Holds(string text) =>
        text.Length is > 0 and <= Longest && text.EnumerateRunes().All(IsInName) && text.EnumerateRunes().Any(Rune.IsLetter);

    private static bool IsInName(Rune rune) => rune != Rune.ReplacementChar && (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.LetterNumber
        || rune.Value is '\'' or '`' or '.' or ',' or 0x2019 or 0xB7 or 0x30FB or 0x2027 or 0x2022);
}
