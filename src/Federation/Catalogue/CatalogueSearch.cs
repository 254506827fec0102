using CrossBorder.Federation.Catalogue.Finding;

namespace CrossBorder.Federation.Catalogue;

/// <summary>Search without an index server: an index in memory over names, keywords and the residents' own words (ADR 0017).</summary>
internal sealed class CatalogueSearch(IReadOnlyList<CatalogueEntry> entries)
{
    // Old versions, which only name the items of old cases, never make one.
    private readonly Lazy<FeatureIndex> index = new(() => new FeatureIndex(
        [.. entries.Select(entry => FindableEntry.Of(entry, SearchData.Vocabulary))], new TextReading(SearchData.Han, SearchData.Vocabulary)));

    // As long as the field of the page takes. What comes after is nobody's question, and anybody may ask.
    private const int LongestText = 200;

    public void Prepare() => _ = index.Value;

    public CataloguePage Find(CatalogueQuery query)
    {
        var text = query.Text?.Trim() ?? string.Empty;
        var found = Ranked(text.Length > LongestText ? text[..LongestText] : text).Where(entry => Matches(entry, query)).ToList();
        var size = Math.Clamp(query.PageSize, 1, CatalogueQuery.MaximumPageSize);
        var page = Math.Max(query.Page, 1);
        var shown = found.Skip((int)Math.Min((long)(page - 1) * size, int.MaxValue)).Take(size).ToList();
        return new(found.Count, page, size, shown, FacetsOf(found));
    }

    private IEnumerable<CatalogueEntry> Ranked(string text)
    {
        if (SearchText.Normalise(text).Length == 0)
            return entries;
        if (entries.FirstOrDefault(entry => string.Equals(entry.Code, text, StringComparison.OrdinalIgnoreCase)) is { } named)
            return [named];

        var scores = index.Value.Score(text);
        return Enumerable.Range(0, entries.Count).Where(entry => scores[entry] > 0)
            .OrderByDescending(entry => scores[entry]).ThenBy(entry => entry).Select(entry => entries[entry]);
    }

    private static bool Matches(CatalogueEntry entry, CatalogueQuery query) =>
        Narrows(query.Audience, item => item.Audience, entry)
        && Narrows(query.Region, item => item.Region, entry)
        && Narrows(query.Department, item => item.Department.Slug, entry);

    private static bool Narrows(string? wanted, Func<ServiceItem, string> part, CatalogueEntry entry) =>
        string.IsNullOrEmpty(wanted) || entry.Items.Any(item => string.Equals(part(item), wanted, StringComparison.OrdinalIgnoreCase));

    private static CatalogueFacets FacetsOf(List<CatalogueEntry> found) => new(
        Count(found, entry => entry.Audience),
        Count(found, entry => entry.Region),
        Count(found, entry => entry.Department?.Slug));

    private static SortedDictionary<string, int> Count(List<CatalogueEntry> found, Func<CatalogueEntry, string?> part)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in found.Select(part).OfType<string>())
            counts[value] = counts.GetValueOrDefault(value) + 1;
        return counts;
    }
}
