using CrossBorder.Federation.Catalogue.Finding;

namespace CrossBorder.Federation.Catalogue;

/// <summary>Search without an index server: an index in memory over names, keywords and the residents' own words (ADR 0017).</summary>
internal sealed class CatalogueSearch
{
    private const int MostSuggestions = 3;

    // Below it, what is found answers a part of the question at best.
    private const double Weak = 0.6;

    private readonly IReadOnlyList<CatalogueEntry> entries;
    private readonly TextReading reading = SearchData.Reading;

    // Old versions, which only name the items of old cases, never make one.
    private readonly Lazy<FeatureIndex> index;

    public CatalogueSearch(IReadOnlyList<CatalogueEntry> entries)
    {
        this.entries = entries;
        index = new(() => new FeatureIndex([.. entries.Select(entry => FindableEntry.Of(entry, SearchData.Vocabulary))], reading));
    }

    // As long as the field of the page takes. What comes after is nobody's question, and anybody may ask.
    private const int LongestText = 200;

    public void Prepare() => _ = index.Value;

    public CataloguePage Find(CatalogueQuery query)
    {
        var text = query.Text?.Trim() ?? string.Empty;
        var found = Ranked(text.Length > LongestText ? text[..LongestText] : text, out var suggestions).Where(entry => Matches(entry, query)).ToList();
        var size = Math.Clamp(query.PageSize, 1, CatalogueQuery.MaximumPageSize);
        var page = Math.Max(query.Page, 1);
        var shown = found.Skip((int)Math.Min((long)(page - 1) * size, int.MaxValue)).Take(size).ToList();
        return new(found.Count, page, size, shown, FacetsOf(found), suggestions);
    }

    private IEnumerable<CatalogueEntry> Ranked(string text, out IReadOnlyList<string> suggestions)
    {
        suggestions = [];
        if (SearchText.Normalise(text).Length == 0)
            return entries;
        if (entries.FirstOrDefault(entry => string.Equals(entry.Code, text, StringComparison.OrdinalIgnoreCase)) is { } named)
            return [named];

        var hits = index.Value.Find(text);
        if (hits.Count == 0 || hits[0].Score < Weak)
            suggestions = Suggest(text, hits);
        return hits.Select(hit => entries[hit.Entry]);
    }

    // Only what finds something better than what was typed is worth a click.
    private List<string> Suggest(string text, IReadOnlyList<Hit> hits)
    {
        var best = hits.Count == 0 ? 0 : hits[0].Score;
        var corrected = reading.Corrected(text, index.Value);
        return
        [
            .. (corrected is null ? [] : new[] { corrected }).Concat(index.Value.Near(corrected ?? text, MostSuggestions)).Distinct(StringComparer.OrdinalIgnoreCase)
                .Where(other => !other.Equals(text, StringComparison.OrdinalIgnoreCase) && index.Value.Find(other) is [var first, ..] && first.Score > best)
                .Take(MostSuggestions),
        ];
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
