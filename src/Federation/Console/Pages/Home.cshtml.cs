using CrossBorder.Federation.ConsolePages.Charts;
using CrossBorder.Federation.Officers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>What needs you now, how things stand, and where to go from here.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Reviewer, OfficerRole.Auditor, OfficerRole.Operator)]
internal sealed class HomeModel(Overview overview) : PageModel
{
    public OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public OverviewFacts? Facts { get; private set; }

    public bool SeesTrust => Officer.Role is OfficerRole.SecurityOfficer or OfficerRole.Auditor;

    public async Task OnGetAsync()
    {
        if (ConsoleMenu.AlertReaders.Contains(Officer.Role))
            Facts = await overview.ReadAsync(SeesTrust, HttpContext.RequestAborted);
    }
}
