using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Officers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>What the catalogue spares residents, by item and as a whole, and which materials keep it from more.</summary>
[ForOfficers(OfficerRole.Operator, OfficerRole.Auditor)]
internal sealed class SharesModel(ICatalogue catalogue) : PageModel
{
    public IReadOnlyList<(ServiceItem Item, CatalogueShares Shares)> Items { get; private set; } = [];

    public CatalogueShares Whole { get; private set; } = null!;

    /// <summary>What nothing replaces, with how many items ask for it, most first.</summary>
    public IReadOnlyList<(RequiredDocument Document, int Items)> Left { get; private set; } = [];

    public void OnGet()
    {
        Items = [.. catalogue.Items.Select(item => (item, CatalogueShares.Of(item)))];
        Whole = CatalogueShares.Sum([.. Items.Select(item => item.Shares)]);
        Left =
        [
            .. catalogue.Items.SelectMany(item => item.Documents).Where(document => document.WaivableBy == Waiver.None)
                .GroupBy(document => document.Slug).Select(asked => (asked.First(), asked.Count()))
                .OrderByDescending(asked => asked.Item2).ThenBy(asked => asked.Item1.Slug, StringComparer.Ordinal),
        ];
    }
}
