using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages;

/// <summary>What happened, what to do next, and the trace id. Reached where there is no relying party to go back to.</summary>
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel
{
    public ErrorDescriptor? Refusal { get; private set; }

    public void OnGet(string? code) => Show(code);

    public void OnPost(string? code) => Show(code);

    private void Show(string? code)
    {
        Response.Headers.CacheControl = "no-store";
        // By number of the catalogue, or by status where nobody at all answered.
        Refusal = code == "404" ? ErrorCatalogue.NothingHere
            : code is not null && ErrorCatalogue.All.TryGetValue(code, out var found) ? found
            : null;
        Response.StatusCode = Refusal?.Status ?? Response.StatusCode;
    }
}
