using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Portal.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Signing;

/// <summary>
/// Where the signing service sends the browser. It brings nothing but the reference, and changes nothing: the browser of the resident whose
/// signing it is goes on, and every other one, a phone that scanned the pattern for instance, is told to go back to where it began.
/// </summary>
internal sealed class ReturnedModel(ResidentSession session, IApplicants applicants, IApplicationSignings signings) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? state)
    {
        if (state is { Length: > 0 and <= 64 }
            && (await session.FindAsync(HttpContext))?.FindFirst(HubClaims.SessionId)?.Value is { } id
            && await applicants.FindAsync(id, clientId: null, HttpContext.RequestAborted) is { } applicant
            && await signings.FindAsync(state, HttpContext.RequestAborted) is { } signing && signing.ResidentId == applicant.ResidentId)
            return LocalRedirect("/sign/" + signing.Id);
        return Page();
    }
}
