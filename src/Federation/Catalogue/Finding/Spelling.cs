namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>Words near a misspelt one: letters missing, too many, wrong or swapped.</summary>
internal static class Spelling
{
    private const int Most = 3, Shortest = 3, LongestOnStack = 64;

    /// <summary>The nearest first, each with how many edits lie between; a short word allows none, a long one two.</summary>
    public static IReadOnlyList<(string Word, int Edits)> Near(string word, WordList known) =>
        Near(word, known, word.Length < 4 ? 0 : word.Length < 6 ? 1 : 2);

    /// <param name="allowed">How many edits at most.</param>
    public static IReadOnlyList<(string Word, int Edits)> Near(string word, WordList known, int allowed) => allowed == 0 || word.Length > LongestOnStack ? [] :
    [
        .. known.AboutAsLongAs(word, allowed).Where(candidate => candidate.Length >= Shortest)
            .Select(candidate => (Word: candidate, Edits: Distance(word, candidate, allowed))).Where(near => near.Edits <= allowed)
            .OrderBy(near => near.Edits).ThenBy(near => near.Word[0] == word[0] ? 0 : 1).ThenBy(near => near.Word, StringComparer.Ordinal).Take(Most),
    ];

    /// <summary>Edits from one to the other, two neighbours swapped counted as one; where it is more than allowed, some number above that.</summary>
    public static int Distance(string left, string right, int allowed)
    {
        if (Math.Abs(left.Length - right.Length) > allowed)
            return allowed + 1;
        var width = right.Length + 1;
        Span<int> rows = width <= LongestOnStack + 1 ? stackalloc int[3 * (LongestOnStack + 1)] : new int[3 * width];
        var before = rows[..width];
        var last = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            // No later row is below the least of this one, but for a swap, which looks back one row further.
            if (least > allowed + 1)
                return allowed + 1;
            var reused = before;
            before = last;
            last = row;
            row = reused;
        }

        return last[width - 1];
    }
}
