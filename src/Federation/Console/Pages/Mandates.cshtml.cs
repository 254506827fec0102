using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>
/// Parents whose child the register does not show: an officer who has the papers before them says whether they are. The list shows as much of the
/// names as it takes to find the two who stand at the counter. One that is in force is ended by its reference, which stands in every envelope.
/// </summary>
[ForOfficers(OfficerRole.Reviewer)]
internal sealed class MandatesModel(IMandates mandates, ConfirmMandate confirm) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<Mandate> Waiting { get; private set; } = [];

    public ErrorDescriptor? Refusal { get; private set; }

    public bool JustDecided { get; private set; }

    public async Task OnGetAsync(bool done = false)
    {
        JustDecided = done;
        Waiting = await mandates.ConfirmingAsync(Most, HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostDecideAsync(string? id, string? step, string? reason)
    {
        var decided = await confirm.DecideAsync(id ?? "", step == "confirm", reason, OfficerScheme.Presence(User)!, HttpContext.RequestAborted);
        if (decided.Succeeded)
            return LocalRedirect("/console/mandates?done=true");

        Refusal = decided.Error.Descriptor;
        Response.StatusCode = Refusal.Status;
        Waiting = await mandates.ConfirmingAsync(Most, HttpContext.RequestAborted);
        return Page();
    }
}
