namespace CrossBorder.Federation.Catalogue;

/// <summary>What a visitor looks for. Empty parts do not narrow.</summary>
internal sealed record CatalogueQuery(
    string? Text = null,
    string? Audience = null,
    string? Region = null,
    string? Department = null,
    int Page = 1,
    int PageSize = CatalogueQuery.DefaultPageSize)
{
    public const int DefaultPageSize = 20;
    public const int MaximumPageSize = 200;
}

/// <summary>One page of what was found, best first.</summary>
/// <param name="Suggestions">What may have been meant, where little or nothing was found; best first.</param>
/// <param name="Facets">How many there are by audience, region and department, for the whole result.</param>
internal sealed record CataloguePage(
    int Total, int Page, int PageSize, IReadOnlyList<CatalogueEntry> Entries, CatalogueFacets Facets, IReadOnlyList<string> Suggestions);

internal sealed record CatalogueFacets(
    IReadOnlyDictionary<string, int> Audience,
    IReadOnlyDictionary<string, int> Region,
    IReadOnlyDictionary<string, int> Department);
