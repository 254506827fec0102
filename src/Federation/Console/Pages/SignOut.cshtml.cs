using CrossBorder.Federation.Officers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>Ends the session, and with it every copy of the cookie.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Reviewer, OfficerRole.Auditor, OfficerRole.Operator)]
[OwnAccount]
internal sealed class SignOutModel(SignOutOfficer signOut) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signOut.SignOutAsync(OfficerScheme.Presence(User)!, HttpContext.RequestAborted);
        await HttpContext.SignOutAsync(OfficerScheme.Name);
        return LocalRedirect(ConsoleDoors.SignIn + "?left=true");
    }
}
