using System.Globalization;
using System.Text;

namespace CrossBorder.Verification.Identity;

/// <summary>Whether two spellings are of one name. Nothing is guessed: other letters are another name.</summary>
public static class NameComparison
{
    /// <summary>
    /// Latin letters, without regard to case, width, accents, punctuation, the spacing of syllables,
    /// and to whether the family name stands first or last.
    /// </summary>
    public static bool LatinEquals(string? one, string? other)
    {
        var (left, right) = (Words(one), Words(other));
        if (left.Count == 0 || right.Count == 0)
            return false;

        var joined = string.Concat(right);
        return Joined(left) == joined
            || Joined([.. left.Skip(1), left[0]]) == joined
            || Joined([left[^1], .. left.SkipLast(1)]) == joined;
    }

    /// <summary>Han characters, traditional and simplified taken as one, spaces and the middle dot left out.</summary>
    public static bool HanEquals(string? one, string? other)
    {
        var (left, right) = (Simplified(one), Simplified(other));
        return left.Length > 0 && string.Equals(left, right, StringComparison.Ordinal);
    }

    /// <summary>Empty, and so nobody's name, where it is missing or holds what is no character: normalising would throw.</summary>
    private static string Text(string? name)
    {
        if (name is null || name.Contains('\uFFFE', StringComparison.Ordinal))
            return "";

        for (var index = 0; index < name.Length; index++)
        {
            if (char.IsSurrogate(name[index]) && !(index + 1 < name.Length && char.IsSurrogatePair(name[index], name[++index])))
                return "";
        }

        return name;
    }

    private static string Joined(IEnumerable<string> words) => string.Concat(words);

    private static List<string> Words(string? name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Text(name).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
                word.Append(Rune.ToUpperInvariant(rune).ToString());
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark || IsInsideWord(rune))
                continue;
            else
                Flush();
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>Apostrophes: O'BRIEN is one word.</summary>
    private static bool IsInsideWord(Rune rune) => rune.Value is '\'' or 0x2019 or '`';

    private static string Simplified(string? name)
    {
        var result = new StringBuilder();
        foreach (var rune in Text(name).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && rune.Value is not (0xB7 or 0x30FB or 0x2027 or 0x2022))
                result.Append(HanVariants.Simplify(rune).ToString());
        }

        return result.ToString();
    }
}
