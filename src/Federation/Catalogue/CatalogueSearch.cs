namespace CrossBorder.Federation.Catalogue;

/// <summary>
/// Search without an index server: 121 entries are scored in one pass. Names and keywords stand in the catalogue in both
/// Han scripts and in English, so a query in any of the three meets text of its own.
/// </summary>
internal sealed class CatalogueSearch(IReadOnlyList<CatalogueEntry> entries)
{
    private readonly IReadOnlyList<(CatalogueEntry Entry, IndexedEntry Index)> indexed =
        [.. entries.Select(entry => (entry, new IndexedEntry(entry)))];

    public CataloguePage Find(CatalogueQuery query)
    {
        var text = SearchText.Normalise(query.Text ?? string.Empty);
        var grams = SearchText.Grams(text);
        var found = indexed
            .Where(candidate => Matches(candidate.Entry, query))
            .Select((candidate, order) => (candidate.Entry, Score: text.Length == 0 ? 1 : candidate.Index.Score(text, grams), order))
            .Where(candidate => candidate.Score > 0)
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.order)
            .Select(candidate => candidate.Entry)
            .ToList();

        var size = Math.Clamp(query.PageSize, 1, CatalogueQuery.MaximumPageSize);
        var page = Math.Max(query.Page, 1);
        var shown = found.Skip((int)Math.Min((long)(page - 1) * size, int.MaxValue)).Take(size).ToList();
        return new(found.Count, page, size, shown, FacetsOf(found));
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
