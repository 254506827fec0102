using System.Collections.Frozen;

namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>Known words in Latin letters, by length: a misspelling is about as long as what was meant.</summary>
internal sealed class WordList
{
    private readonly FrozenSet<string> all;
    private readonly string[][] byLength;

    public WordList(IEnumerable<string> words)
    {
        all = words.ToFrozenSet(StringComparer.Ordinal);
        byLength = new string[all.Count == 0 ? 1 : all.Max(word => word.Length) + 1][];
        for (var length = 0; length < byLength.Length; length++)
            byLength[length] = [.. all.Where(word => word.Length == length).Order(StringComparer.Ordinal)];
    }

    public bool Contains(string word) => all.Contains(word);

    /// <summary>Those whose length differs by no more than so many letters.</summary>
    public IEnumerable<string> AboutAsLongAs(string word, int allowed)
    {
        for (var length = Math.Max(0, word.Length - allowed); length <= word.Length + allowed && length < byLength.Length; length++)
            foreach (var known in byLength[length])
                yield return known;
    }
}
