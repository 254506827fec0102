using CrossBorder.Federation.Accounts.Reviews;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>
/// Parents whose child the register does not show: an officer who has the papers before them says whether they are. The list shows as much of the
/// names as it takes to find the two who stand at the counter; what their papers are held against is shown only in answer to a form that says why,
/// and the look is written down. One that is in force is ended by its reference, which stands in every envelope.
/// </summary>
[ForOfficers(OfficerRole.Reviewer)]
internal sealed class MandatesModel(IMandates mandates, ConfirmMandate confirm, LookAtMandate look) : PageModel
{
    private const int Most = 100;

    /// <summary>Why one looks before it is decided.</summary>
    public static IReadOnlyList<ReadPurpose> Purposes { get; } = [ReadPurpose.Decision, ReadPurpose.ResidentAsked];

    public IReadOnlyList<Mandate> Waiting { get; private set; } = [];

    /// <summary>The two of one mandate, once the officer said why.</summary>
    public MandateComparison? Compared { get; private set; }

    public ErrorDescriptor? Refusal { get; private set; }

    public bool JustDecided { get; private set; }

    public async Task OnGetAsync(bool done = false)
    {
        JustDecided = done;
        Waiting = await mandates.ConfirmingAsync(Most, HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostLookAsync(string? id, ReadPurpose why)
    {
        var shown = await look.ReadAsync(
            id ?? "", Purposes.Contains(why) ? why : ReadPurpose.Decision, OfficerScheme.Presence(User)!, HttpContext.RequestAborted);
        if (!shown.TryGetValue(out var compared))
            return await RefusedAsync(shown.Error.Descriptor);

        Compared = compared;
        Waiting = await mandates.ConfirmingAsync(Most, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync(string? id, string? step, string? reason)
    {
        var decided = await confirm.DecideAsync(id ?? "", step == "confirm", reason, OfficerScheme.Presence(User)!, HttpContext.RequestAborted);
        if (decided.Succeeded)
            return LocalRedirect("/console/mandates?done=true");

        return await RefusedAsync(decided.Error.Descriptor);
    }

    private async Task<IActionResult> RefusedAsync(ErrorDescriptor refusal)
    {
        Refusal = refusal;
        Response.StatusCode = Refusal.Status;
        Waiting = await mandates.ConfirmingAsync(Most, HttpContext.RequestAborted);
        return Page();
    }
}
