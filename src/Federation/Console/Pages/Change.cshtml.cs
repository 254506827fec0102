using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Import;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>One change of trust: what it is about, what it would do in numbers, the steps beside them, and what it did. Auditors look only.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class ChangeModel(
    ITrustChanges changes, OfficerTrust trust, PreviewChange previews, RehearseChange rehearse, ITrustDependents dependents, ITrustUsage usage,
    StepUpOfficer stepUp, TimeProvider clock) : PageModel
{
    public const int MostEffects = 100;

    public TrustChange Change { get; private set; } = null!;

    /// <summary>What there is to decide about, as who proposed it saw it: nobody agrees to a number alone. Null once nobody decides.</summary>
    public CertificatePreview? Preview { get; private set; }

    /// <summary>What the certificate is called; null for one that is in no inventory.</summary>
    public string? KnownAs { get; private set; }

    /// <summary>What is typed before a dangerous step.</summary>
    public string Name => KnownAs ?? ConsoleFingerprint.Show(Change.Fingerprint)[..16];

    /// <summary>Whether it is a matter of seconds.</summary>
    public bool BeginsNow => Change.State == TrustChangeState.Approved && Change.NotBefore <= clock.GetUtcNow();

    public ChangeSteps Steps => ChangeSteps.Of(Change, Officer);

    public ErrorDescriptor? Refusal { get; private set; }

    public int Days { get; private set; }

    public int MostDays => rehearse.MostDays;

    /// <summary>Null for a change that is over.</summary>
    public Rehearsal? Rehearsal { get; private set; }

    public IReadOnlyDictionary<TrustEffectKind, int> Counts { get; private set; } = new Dictionary<TrustEffectKind, int>();

    public IReadOnlyList<TrustEffect> Effects { get; private set; } = [];

    public IReadOnlyList<TrustTaking> Takings { get; private set; } = [];

    public LastAcceptance? Last { get; private set; }

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public async Task<IActionResult> OnGetAsync(Guid id, int? days) =>
        await LoadAsync(id, days) ? Page() : new ConsoleRefusal(ErrorCatalogue.TrustChangeUnknown);

    /// <param name="id">The change.</param>
    /// <param name="step">One of <see cref="ChangeSteps"/>.</param>
    /// <param name="typed">The certificate's name, before a step that is dangerous.</param>
    /// <param name="code">A fresh code, before a step that takes effect.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string? step, string? typed, string? code)
    {
        if (Officer.Role != OfficerRole.SecurityOfficer)
            return new ConsoleRefusal(ErrorCatalogue.OfficerRoleMissing);
        if (!await FindAsync(id))
            return new ConsoleRefusal(ErrorCatalogue.TrustChangeUnknown);

        var done = await DoAsync(step, typed, code);
        if (done.Succeeded)
            return LocalRedirect("/console/changes/" + id.ToString("N"));

        Refusal = done.Error.Descriptor;
        Response.StatusCode = Refusal.Status;
        await LoadAsync(id, days: null);
        return Page();
    }

    public int Count(TrustEffectKind kind) => Counts.GetValueOrDefault(kind);

    private async Task<Outcome<TrustChange>> DoAsync(string? step, string? typed, string? code)
    {
        var (id, officer, stop) = (Change.Id, Officer.Name, HttpContext.RequestAborted);
        if (ChangeSteps.NeedsName(Change, step) && typed?.Trim() != Name)
            return ErrorCatalogue.TypedNameWrong.With("Nothing was done.");
        return step switch
        {
            ChangeSteps.ToApprove => await this.ProvedAsync(stepUp, code, () => trust.ApproveAsync(id, officer, stop)),
            ChangeSteps.ToConfirm => await this.ProvedAsync(stepUp, code, () => trust.ConfirmAsync(id, officer, stop)),
            ChangeSteps.ToRollBack => await this.ProvedAsync(stepUp, code, () => trust.RollBackAsync(id, officer, stop)),
            ChangeSteps.ToRefuse => await trust.RefuseAsync(id, officer, stop),
            ChangeSteps.ToWithdraw => await trust.WithdrawAsync(id, officer, stop),
            _ => ErrorCatalogue.TrustChangeNotNow.With("There is no such step."),
        };
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (await changes.ReadAsync(id, HttpContext.RequestAborted) is not { } found)
            return false;
        Change = found;
        Preview = (await previews.OfAsync([found], HttpContext.RequestAborted)).GetValueOrDefault(id);
        KnownAs = Preview?.Name ?? (await previews.NamesAsync(HttpContext.RequestAborted)).GetValueOrDefault(found.Fingerprint);
        return true;
    }

    private async Task<bool> LoadAsync(Guid id, int? days)
    {
        var stop = HttpContext.RequestAborted;
        if (!await FindAsync(id))
            return false;
        Days = rehearse.Days(days);
        if (Change.State is TrustChangeState.Proposed or TrustChangeState.Approved)
            Rehearsal = await rehearse.BeginAsync(Change, Days, stop);
        else if (Change.State == TrustChangeState.InForce)
            Rehearsal = await rehearse.RollBackAsync(Change, Days, stop);
        Counts = await dependents.CountsAsync(id, stop);
        Effects = await dependents.EffectsAsync(id, MostEffects, stop);
        Takings = await dependents.TakingsAsync(id, stop);
        Last = await usage.LastAcceptanceAsync(Change.Fingerprint, stop);
        return true;
    }
}
