using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>One change of trust: what it would do, in numbers, before anybody agrees; and what it did. Its steps are taken where all changes stand.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class ChangeModel(ITrustChanges changes, RehearseChange rehearse, ITrustDependents dependents, ITrustUsage usage) : PageModel
{
    public const int MostEffects = 100;

    public TrustChange Change { get; private set; } = null!;

    public OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public bool MayAct => Officer.Role == OfficerRole.SecurityOfficer;

    public int Days { get; private set; }

    public int MostDays => rehearse.MostDays;

    /// <summary>Null for a change that is over.</summary>
    public Rehearsal? Rehearsal { get; private set; }

    public IReadOnlyDictionary<TrustEffectKind, int> Counts { get; private set; } = new Dictionary<TrustEffectKind, int>();

    public IReadOnlyList<TrustEffect> Effects { get; private set; } = [];

    public IReadOnlyList<TrustTaking> Takings { get; private set; } = [];

    public LastAcceptance? Last { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int? days)
    {
        var stop = HttpContext.RequestAborted;
        if ((await changes.AllAsync(stop)).FirstOrDefault(change => change.Id == id) is not { } found)
            return new ConsoleRefusal(ErrorCatalogue.TrustChangeUnknown);

        Change = found;
        Days = rehearse.Days(days);
        if (found.State is TrustChangeState.Proposed or TrustChangeState.Approved)
            Rehearsal = await rehearse.BeginAsync(found, Days, stop);
        else if (found.State == TrustChangeState.InForce)
            Rehearsal = await rehearse.RollBackAsync(found, Days, stop);
        Counts = await dependents.CountsAsync(id, stop);
        Effects = await dependents.EffectsAsync(id, MostEffects, stop);
        Takings = await dependents.TakingsAsync(id, stop);
        Last = await usage.LastAcceptanceAsync(found.Fingerprint, stop);
        return Page();
    }

    public int Count(TrustEffectKind kind) => Counts.GetValueOrDefault(kind);
}
