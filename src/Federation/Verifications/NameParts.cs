using System.Text;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Verifications;

/// <summary>A name as somebody typed it, taken apart by script: <c>CHAN Tai Man 陳大文</c> is two spellings of one name.</summary>
internal sealed record NameParts(string Latin, string Han)
{
    public static NameParts Of(string name)
    {
        var (latin, han) = (new StringBuilder(), new StringBuilder());
        foreach (var rune in name.EnumerateRunes())
            (IsHan(rune) ? han : latin).Append(rune.ToString());
        return new(latin.ToString(), han.ToString());
    }

    /// <summary>Whether each spelling that was given is the holder's. One that the directory does not hold fits nobody.</summary>
    public bool Fits(string latinName, string? hanName)
    {
        var hasLatin = Latin.Any(char.IsLetter);
        var latinFits = NameComparison.LatinEquals(Latin, latinName);
        var hanFits = NameComparison.HanEquals(Han, hanName);
        return (hasLatin | Han.Length > 0) & (latinFits | !hasLatin) & (hanFits | Han.Length == 0);
    }

    /// <summary>Unified and compatibility ideographs, the iteration mark, and the zero that some names hold.</summary>
    private static bool IsHan(Rune rune) => rune.Value is 0x3005 or 0x3007
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);

    /// <summary>Nothing of the name.</summary>
    public override string ToString() => nameof(NameParts);
}
