using System.Text.Json;

namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>
/// The residents' own words as data: what means the same in Cantonese, written Chinese (either script) and English, what says
/// nothing in a question, and what people call an item that its name does not.
/// </summary>
internal sealed record Vocabulary(
    string Version,
    IReadOnlyList<string> Fillers,
    IReadOnlyList<string> FillerWords,
    IReadOnlyList<Vocabulary.Concept> Concepts,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Entries)
{
    public static Vocabulary Read(Stream json) => JsonSerializer.Deserialize<Vocabulary>(json, CatalogueFile.Json)!;

    internal sealed record Concept(string Id, IReadOnlyList<string> Chinese, IReadOnlyList<string> English);
}
