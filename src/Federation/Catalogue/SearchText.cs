using System.Globalization;
using System.Text;

namespace CrossBorder.Federation.Catalogue;

/// <summary>Text made comparable: full and half width alike, lower case, no marks, words kept apart by single spaces.</summary>
internal static class SearchText
{
    public static string Normalise(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(character))
                result.Append(char.ToLowerInvariant(character));
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark
                && result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>Words of Latin script, and pairs of neighbouring characters of Han script, which has no words to split at.</summary>
    public static HashSet<string> Grams(string normalised)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in normalised.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!word.Any(IsHan))
            {
                grams.Add(word.Length > 3 && word[^1] == 's' ? word[..^1] : word);
                continue;
            }

            if (word.Length == 1)
                grams.Add(word);
            for (var index = 0; index + 1 < word.Length; index++)
                grams.Add(word.Substring(index, 2));
        }

        return grams;
    }

    public static bool IsHan(char character) => character is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';
}
