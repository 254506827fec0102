using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>
/// Where a browser lands that comes back from the provider. It goes on by itself from here, as a page of ours: only then does it send
/// the officers' cookie along. It shows nothing and does nothing.
/// </summary>
[AllowAnonymous]
internal sealed class ArrivedModel : PageModel
{
    public string To { get; private set; } = "/console";

    public void OnGet(string? to)
    {
        To = ConsoleDoors.Safe(to);
        if (To.All(char.IsAscii))
            Response.Headers["Refresh"] = "0; url=" + To;
    }
}
