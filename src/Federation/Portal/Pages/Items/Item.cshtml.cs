using CrossBorder.Federation.Catalogue;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Items;

/// <summary>What an item or bundle is, who handles it and what it takes.</summary>
internal sealed class ItemModel(ICatalogue catalogue) : PageModel
{
    public CatalogueEntry Entry { get; private set; } = null!;

    public EntryNeeds Needs { get; private set; } = null!;

    public CatalogueShares Shares { get; private set; } = null!;

    public IActionResult OnGet(string code)
    {
        var found = catalogue.Find(code);
        if (!found.TryGetValue(out var entry))
            return new RefusalResult(found.Error);

        (Entry, Needs, Shares) = (entry, EntryNeeds.Of(entry), CatalogueShares.Of(entry));
        return Page();
    }
}
