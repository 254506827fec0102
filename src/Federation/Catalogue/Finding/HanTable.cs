using System.Collections.Frozen;
using System.Text.Json;

namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>Characters of Han script: the simplified one for each traditional one, and their readings in pinyin without tones.</summary>
internal sealed class HanTable
{
    private const int LongestSyllable = 6;

    private readonly FrozenDictionary<char, char> simplified;
    private readonly FrozenDictionary<char, string[]> readings;
    private readonly FrozenSet<string> syllables;

    private HanTable(TableFile file)
    {
        simplified = file.Simplified.Where(pair => pair.Length == 2).DistinctBy(pair => pair[0]).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
        readings = file.Readings.SelectMany(reading => reading.Value.Select(character => (Character: character, Syllable: reading.Key)))
            .GroupBy(reading => reading.Character).ToFrozenDictionary(group => group.Key, group => group.Select(reading => reading.Syllable).Distinct().ToArray());
        syllables = file.Readings.Keys.ToFrozenSet(StringComparer.Ordinal);
    }

    public static HanTable Read(Stream json) => new(JsonSerializer.Deserialize<TableFile>(json, CatalogueFile.Json)!);

    public string Fold(string text) => string.Create(text.Length, (text, simplified), static (span, state) =>
    {
        for (var index = 0; index < span.Length; index++)
            span[index] = state.simplified.GetValueOrDefault(state.text[index], state.text[index]);
    });

    public IReadOnlyList<string> ReadingsOf(char character) => readings.GetValueOrDefault(character, []);

    /// <summary>The syllables of a word written in pinyin; null where it is none. Longest first, so that <c>xian</c> is one.</summary>
    public IReadOnlyList<string>? Syllables(string word)
    {
        var parts = new List<string>();
        return Split(word, 0, parts, new bool[word.Length]) ? parts : null;
    }

    // Where the rest of the word cannot be split is remembered: "xian" is two things, and forty of them would be a trillion.
    private bool Split(string word, int start, List<string> parts, bool[] dead)
    {
        if (start == word.Length)
            return true;
        if (dead[start])
            return false;
        for (var length = Math.Min(LongestSyllable, word.Length - start); length > 0; length--)
        {
            var syllable = word.Substring(start, length);
            if (!syllables.Contains(syllable))
                continue;
            parts.Add(syllable);
            if (Split(word, start + length, parts, dead))
                return true;
            parts.RemoveAt(parts.Count - 1);
        }

        dead[start] = true;
        return false;
    }

    private sealed record TableFile(string Version, IReadOnlyList<string> Simplified, IReadOnlyDictionary<string, string> Readings);
}
