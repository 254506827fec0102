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

    /// <summary>Why that officer looked; comes back with the decision, so that one that is refused shows the two again, written down once more.</summary>
    public ReadPurpose? Looked { get; private set; }

    /// <summary>What was typed for a decision that was refused, and for which mandate.</summary>
    public (string Id, string Reason)? Typed { get; private set; }

    public ErrorDescriptor? Refusal { get; private set; }

    public bool JustDecided { get; private set; }

    public async Task OnGetAsync(bool done = false)
    {
        JustDecided = done;
        Waiting = await mandates.ConfirmingAsync(Most, HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostLookAsync(string? id, ReadPurpose why)
    {
        if (await LookAsync(id ?? "", Purposes.Contains(why) ? why : ReadPurpose.Decision) is { } refusal)
            return await RefusedAsync(refusal);

        Waiting = await mandates.ConfirmingAsync(Most, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync(string? id, string? step, string? reason, ReadPurpose? looked)
    {
        var decided = await confirm.DecideAsync(id ?? "", step == "confirm", reason, OfficerScheme.Presence(User)!, HttpContext.RequestAborted);
        if (decided.Succeeded)
            return LocalRedirect("/console/mandates?done=true");

        Typed = (id ?? "", reason ?? "");
        // One that was decided meanwhile has nothing to compare any more.
        if (decided.Error.Descriptor == ErrorCatalogue.MandateReasonMissing && looked is { } why && Purposes.Contains(why))
            await LookAsync(id ?? "", why);
        return await RefusedAsync(decided.Error.Descriptor);
    }

    /// <summary>What was typed for that mandate before; nothing where it was not refused.</summary>
    public string ReasonFor(string id) => Typed is { } typed && typed.Id == id ? typed.Reason : "";

    /// <returns>Why the two are not shown; null where they are.</returns>
    private async Task<ErrorDescriptor?> LookAsync(string id, ReadPurpose why)
    {
        var shown = await look.ReadAsync(id, why, OfficerScheme.Presence(User)!, HttpContext.RequestAborted);
        if (!shown.TryGetValue(out var compared))
            return shown.Error.Descriptor;
        (Compared, Looked) = (compared, why);
        return null;
    }

    private async Task<IActionResult> RefusedAsync(ErrorDescriptor refusal)
    {
        Refusal = refusal;
        Response.StatusCode = Refusal.Status;
        Waiting = await mandates.ConfirmingAsync(Most, HttpContext.RequestAborted);
        return Page();
    }
}
