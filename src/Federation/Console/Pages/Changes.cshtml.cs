using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>Every change of trust, and what the officer who looks may do about it. Auditors look only.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class ChangesModel(ITrustChanges changes, OfficerTrust trust, ITrustSnapshot snapshot, StepUpOfficer stepUp) : PageModel
{
    public IReadOnlyList<TrustChange> All { get; private set; } = [];

    public ErrorDescriptor? Refusal { get; private set; }

    public OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public bool MayAct => Officer.Role == OfficerRole.SecurityOfficer;

    /// <summary>By fingerprint what there is to decide about: nobody agrees to a number alone.</summary>
    public IReadOnlyDictionary<string, TrustAnchor> Known { get; private set; } = new Dictionary<string, TrustAnchor>();

    public async Task OnGetAsync()
    {
        All = [.. (await changes.AllAsync(HttpContext.RequestAborted)).Reverse()];
        var stored = (await changes.CertificatesAsync(HttpContext.RequestAborted)).Select(certificate => certificate.ToAnchor());
        var intermediates = snapshot.Configured.Intermediates.Select(certificate => new TrustAnchor("", certificate, new Jurisdiction(""), new HashSet<TrustPurpose>()));
        Known = snapshot.Configured.Anchors.Concat(intermediates).Concat(stored)
            .DistinctBy(anchor => anchor.Certificate.Sha256Thumbprint)
            .ToDictionary(anchor => anchor.Certificate.Sha256Thumbprint, StringComparer.Ordinal);
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
