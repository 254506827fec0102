using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Portal.Residents;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages;

/// <summary>The start page: one search over everything that can be applied for.</summary>
internal sealed class IndexModel(ICatalogue catalogue, ResidentSession session) : PageModel
{
    private const int PageSize = 10;

    public string Query { get; private set; } = "";

    public CataloguePage Found { get; private set; } = null!;

    public bool SignedIn { get; private set; }

    public int Pages => Math.Max(1, (Found.Total + PageSize - 1) / PageSize);

    public async Task OnGetAsync(string? q, int? at)
    {
        Query = q?.Trim() ?? "";
        var wanted = catalogue.Search(new(Query, Page: at ?? 1, PageSize: PageSize));
        // An old link may name a page that is no more.
        Found = wanted.Entries.Count > 0 || wanted.Total == 0 ? wanted : catalogue.Search(new(Query, PageSize: PageSize));
        SignedIn = await session.FindAsync(HttpContext) is not null;
    }

    public static string Search(string text) => QueryString.Create("q", text).ToString();

    public string Address(int page) => QueryString.Create("q", Query).Add("at", $"{page}").ToString();
}
