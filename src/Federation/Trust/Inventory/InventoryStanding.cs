using CrossBorder.Federation.Trust.Changes;

namespace CrossBorder.Federation.Trust.Inventory;

/// <summary>Where a certificate stands: what officers decided of it comes before the clock, and a revocation before all.</summary>
internal static class InventoryStanding
{
    public static InventoryEntry Of(InventoryEntry entry, IEnumerable<TrustChange> history, DateTimeOffset now)
    {
        var changes = history.OrderBy(change => change.InForceSince ?? change.ProposedAt).ThenBy(change => change.Id).ToList();
        if (StandingChanges.Revocation(changes) is { } revoked)
            return InForce(entry, InventoryState.Revoked, revoked);
        if (StandingChanges.Suspension(changes) is { } suspended)
            return InForce(entry, InventoryState.Suspended, suspended);
        if (entry.NotAfter <= now)
            return entry with { State = InventoryState.Expired, Since = entry.NotAfter, By = "" };

        // Without an admission the settings name it, or it proved itself by its chain.
        return changes.FindLast(change => change.Kind == TrustChangeKind.Admit) is { } admission ? Admitted(entry, admission) : entry;
    }

    private static InventoryEntry Admitted(InventoryEntry entry, TrustChange admission) => admission.State switch
    {
        TrustChangeState.Proposed => entry with { State = InventoryState.Proposed, Since = admission.ProposedAt, By = admission.ProposedBy },
        TrustChangeState.Approved => entry with { State = InventoryState.Approved, Since = admission.DecidedAt, By = admission.DecidedBy ?? "" },
        TrustChangeState.InForce or TrustChangeState.Confirmed => InForce(entry, InventoryState.Active, admission),
        TrustChangeState.RolledBack => entry with { State = InventoryState.RolledBack, Since = admission.EndedAt, By = admission.EndedBy ?? "" },
        TrustChangeState.Refused => entry with { State = InventoryState.NotAdmitted, Since = admission.DecidedAt, By = admission.DecidedBy ?? "" },
        _ => entry with { State = InventoryState.NotAdmitted, Since = admission.EndedAt, By = admission.EndedBy ?? "" },
    };

    private static InventoryEntry InForce(InventoryEntry entry, InventoryState state, TrustChange change) =>
        entry with { State = state, Since = change.InForceSince, By = change.DecidedBy ?? change.ProposedBy };
}
