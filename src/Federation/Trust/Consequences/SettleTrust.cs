using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>
/// Brings what rests on trust to what the trust list says now. It compares states and remembers nothing, so that it may run on every node,
/// any number of times, and after a restart.
/// </summary>
internal sealed class SettleTrust(ITrustChanges changes, ITrustUsage usage, ITrustDependents dependents, TimeProvider clock)
{
    /// <param name="list">What is believed.</param>
    /// <param name="epoch">The number of <see cref="TrustEpoch"/> that the list was made at.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many sessions and deliveries it touched.</returns>
    public async Task<int> RunAsync(TrustList list, long epoch, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await dependents.FindAsync(now, cancellationToken);
        if (found.Sessions.Count == 0 && found.Deliveries.Count == 0)
            return 0;

        var consequence = Consequence.Of(found, PathJudge.Of(await usage.CertificatesAsync(found.Paths, cancellationToken)), list, now);
        if (!consequence.HasWork(found))
            return 0;

        var cause = Causes(found, await changes.AllAsync(cancellationToken));
        return await dependents.ApplyAsync(consequence, cause, epoch, now, cancellationToken);
    }

    /// <summary>The change that took the latest effect on a path, or on the paths of a department's receipts; empty where none did.</summary>
    private static Func<string?, string?, Guid> Causes(Dependents dependents, IReadOnlyList<TrustChange> changes)
    {
        var paths = dependents.Paths.ToDictionary(path => path.Id, StringComparer.Ordinal);
        var taking = changes
            .Where(change => (change.Counts && change.Kind is TrustChangeKind.Revoke or TrustChangeKind.Suspend)
                || change is { State: TrustChangeState.RolledBack, Kind: TrustChangeKind.Admit })
            .OrderByDescending(change => change.EndedAt ?? change.InForceSince).ToList();
        return (path, department) =>
        {
            var concerned = path is not null && paths.TryGetValue(path, out var own) ? [own] : Array.Empty<TrustPath>();
            var receipts = department is null ? [] : dependents.ReceiptPathsOf(department);
            return taking.Find(change => concerned.Concat(receipts).Any(entry => entry.AllFingerprints.Contains(change.Fingerprint, StringComparer.Ordinal)))?.Id
                ?? Guid.Empty;
        };
    }
}
