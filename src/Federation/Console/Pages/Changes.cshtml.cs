using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Import;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>Every change of trust, and what the officer who looks may do about it. Auditors look only.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class ChangesModel(ITrustChanges changes, OfficerTrust trust, PreviewChange previews, StepUpOfficer stepUp) : PageModel
{
    public IReadOnlyList<TrustChange> All { get; private set; } = [];

    public ErrorDescriptor? Refusal { get; private set; }

    public OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public bool MayAct => Officer.Role == OfficerRole.SecurityOfficer;

    /// <summary>By change what there is to decide about, as who proposed it saw it: nobody agrees to a number alone.</summary>
    public IReadOnlyDictionary<Guid, CertificatePreview> Previews { get; private set; } = new Dictionary<Guid, CertificatePreview>();

    public string? NameOf(TrustChange change) => Names.GetValueOrDefault(change.Fingerprint);

    private IReadOnlyDictionary<string, string> Names { get; set; } = new Dictionary<string, string>();

    public async Task OnGetAsync()
    {
        All = [.. (await changes.AllAsync(HttpContext.RequestAborted)).Reverse()];
        Names = await previews.NamesAsync(HttpContext.RequestAborted);
        Previews = await previews.OfAsync(All, HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? step, string? code)
    {
        if (!MayAct)
            return new ConsoleRefusal(ErrorCatalogue.OfficerRoleMissing);

        var stop = HttpContext.RequestAborted;
        var done = step switch
        {
            "approve" => await ProvedAsync(code, () => trust.ApproveAsync(id, Officer.Name, stop)),
            "confirm" => await ProvedAsync(code, () => trust.ConfirmAsync(id, Officer.Name, stop)),
            "roll-back" => await ProvedAsync(code, () => trust.RollBackAsync(id, Officer.Name, stop)),
            "refuse" => await trust.RefuseAsync(id, Officer.Name, stop),
            "withdraw" => await trust.WithdrawAsync(id, Officer.Name, stop),
            _ => ErrorCatalogue.TrustChangeNotNow.With("There is no such step."),
        };
        if (done.Succeeded)
            return LocalRedirect("/console/changes");

        Refusal = done.Error.Descriptor;
        Response.StatusCode = Refusal.Status;
        await OnGetAsync();
        return Page();
    }

    // What takes effect, or ends one, is worth a code; saying no is not.
    private async Task<Outcome<TrustChange>> ProvedAsync(string? code, Func<Task<Outcome<TrustChange>>> step)
    {
        var proved = await stepUp.ProveAsync(Officer, code, RateLimits.Network(HttpContext.Connection.RemoteIpAddress), HttpContext.RequestAborted);
        return proved.Succeeded ? await step() : Outcome<TrustChange>.Refused(proved.Errors);
    }
}
