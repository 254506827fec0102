using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>What needs an officer now, and what did. Auditors look only.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Operator, OfficerRole.Auditor)]
internal sealed class AlertsModel(IAlerts alerts, AcknowledgeAlert acknowledge) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<Alert> All { get; private set; } = [];

    public ErrorDescriptor? Refusal { get; private set; }

    public bool MayAct => Officer.Role is OfficerRole.SecurityOfficer or OfficerRole.Operator;

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public async Task OnGetAsync() => All = await alerts.LatestAsync(Most, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!MayAct)
            return new ConsoleRefusal(ErrorCatalogue.OfficerRoleMissing);

        var done = await acknowledge.RunAsync(id, Officer.Name, HttpContext.RequestAborted);
        if (done.Succeeded)
            return RedirectToPage();
        Refusal = done.Error.Descriptor;
        Response.StatusCode = Refusal.Status;
        await OnGetAsync();
        return Page();
    }
}
