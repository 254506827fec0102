using Microsoft.AspNetCore.Http.HttpResults;

namespace CrossBorder.Federation.Catalogue;

internal static class ListItemsEndpoint
{
    public static Ok<ItemListBody> Handle(
        ICatalogue catalogue,
        string? q = null,
        string? audience = null,
        string? region = null,
        string? department = null,
        string? lang = null,
        int page = 1,
        int pageSize = CatalogueQuery.DefaultPageSize)
    {
        var found = catalogue.Search(new(q, audience, region, department, page, pageSize));
        return TypedResults.Ok(new ItemListBody(
            found.Total, found.Page, found.PageSize,
            [.. found.Entries.Select(entry => ItemSummaryBody.Of(entry, lang))], found.Facets, found.Suggestions));
    }
}

internal sealed record ItemListBody(
    int Total, int Page, int PageSize, IReadOnlyList<ItemSummaryBody> Items, CatalogueFacets Facets, IReadOnlyList<string> Suggestions);

/// <summary>An item or bundle in a list.</summary>
internal sealed record ItemSummaryBody(
    string Code, string Kind, string Name, string? Department, string Audience, string Region, string RequiredLoa, bool Online, string? Bundle)
{
    public static ItemSummaryBody Of(CatalogueEntry entry, string? language) => new(
        entry.Code, entry.Kind, entry.Name.In(language), entry.Department?.Slug, entry.Audience, entry.Region,
        CatalogueWords.Of(entry.RequiredLoa), entry.Online, entry.Item?.Bundle);
}
