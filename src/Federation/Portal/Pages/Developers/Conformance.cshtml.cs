using CrossBorder.Federation.OpenIdConnect.Conformance;
using CrossBorder.Federation.OpenIdConnect.Registrations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Developers;

/// <summary>What the traffic of a developer's application shows: the to-do list.</summary>
internal sealed class ConformanceModel(DeveloperSession session, ReadConformance conformance) : PageModel
{
    public Registered Party { get; private set; } = null!;

    public ConformanceReport Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string clientId)
    {
        Response.Headers.CacheControl = "no-store";
        if (await session.FindAsync(HttpContext, clientId) is not { } party)
            return LocalRedirect("/developers");
        // Before it counts there is nothing to see.
        if (!(await conformance.OfAsync(clientId, HttpContext.RequestAborted)).TryGetValue(out var report))
            return LocalRedirect("/developers/" + party.Registration.ClientId);
        (Party, Report) = (party, report);
        return Page();
    }
}
