using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>What an entry of the catalogue is found by.</summary>
internal static class FindableEntry
{
    public static Findable Of(CatalogueEntry entry, Vocabulary vocabulary) => new(
        entry.Code,
        [
            .. Texts(entry.Name),
            // A bundle is named for a moment of life; its items' own words would drown theirs.
            .. entry.Item?.Keywords ?? [],
            .. vocabulary.Entries.GetValueOrDefault(entry.Code, []),
        ],
        [.. entry.Department is null ? [] : Texts(entry.Department.Name), entry.Region, .. entry.Item is null ? ["bundle"] : Array.Empty<string>()]);

    private static string[] Texts(LocalizedText text) => [text.Hant, text.Hans, text.En];
}
