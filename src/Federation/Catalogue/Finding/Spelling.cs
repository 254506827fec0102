namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>Words near a misspelt one: letters missing, too many, wrong or swapped.</summary>
internal static class Spelling
{
    private const int Most = 3;

    public static IEnumerable<string> Near(string word, IEnumerable<string> known)
    {
        var allowed = word.Length < 4 ? 0 : word.Length < 6 ? 1 : 2;
        return allowed == 0 ? [] : known
            .Where(candidate => candidate.Length > 2 && Math.Abs(candidate.Length - word.Length) <= allowed)
            .Select(candidate => (candidate, distance: Distance(word, candidate)))
            .Where(near => near.distance <= allowed)
            .OrderBy(near => near.distance).ThenBy(near => near.candidate[0] == word[0] ? 0 : 1).ThenBy(near => near.candidate, StringComparer.Ordinal)
            .Take(Most).Select(near => near.candidate);
    }

    /// <summary>Edits from one to the other, two neighbours swapped counted as one.</summary>
    public static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[left.Length, right.Length];
    }
}
