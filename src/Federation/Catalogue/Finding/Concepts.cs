using System.Text;

namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>Finds what is meant by phrases: in characters, in words, or in syllables.</summary>
internal sealed class Concepts
{
    private const char Between = ' ';

    private readonly Dictionary<string, HashSet<string>> phrases = new(StringComparer.Ordinal);
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private int longest = 1;

    /// <summary>Single words that stand in a phrase: known, so never taken for a misspelling.</summary>
    public IReadOnlySet<string> Words => words;

    public void Add(IReadOnlyList<string> phrase, string concept)
    {
        if (phrase.Count == 0)
            return;
        longest = Math.Max(longest, phrase.Count);
        var key = string.Join(Between, phrase);
        if (!phrases.TryGetValue(key, out var concepts))
            phrases[key] = concepts = new(StringComparer.Ordinal);
        concepts.Add("#" + concept);
        words.UnionWith(phrase);
    }

    /// <summary>The longest phrase at each place counts, so that a part of it means something of its own only further on.</summary>
    public void Find(IReadOnlyList<string> text, int shortest, double weight, Features into)
    {
        if (text.Count < shortest)
            return;
        // Written out once; each phrase is a stretch of it.
        var joined = new StringBuilder();
        var begins = new int[text.Count + 1];
        for (var part = 0; part < text.Count; part++)
        {
            begins[part] = joined.Length;
            joined.Append(text[part]).Append(Between);
        }

        begins[text.Count] = joined.Length;
        var all = joined.ToString().AsSpan();
        var known = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < text.Count; start++)
        {
            for (var length = Math.Min(longest, text.Count - start); length >= shortest; length--)
            {
                if (!known.TryGetValue(all[begins[start]..(begins[start + length] - 1)], out var concepts))
                    continue;
                foreach (var concept in concepts)
                    into.Put(concept, weight);
                break;
            }
        }
    }
}
