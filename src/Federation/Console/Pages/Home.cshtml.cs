using CrossBorder.Federation.Officers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>Who you are, what your role is, and where to go from here.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Reviewer, OfficerRole.Auditor, OfficerRole.Operator)]
internal sealed class HomeModel : PageModel
{
    public OfficerPresence Officer => OfficerScheme.Presence(User)!;
}
