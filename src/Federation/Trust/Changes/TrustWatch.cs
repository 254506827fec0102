using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Trust.Consequences;

namespace CrossBorder.Federation.Trust.Changes;

/// <summary>Moves what time moves, and takes over what officers or other nodes have stored.</summary>
internal sealed class TrustWatch(IServiceScopeFactory scopes, TrustSnapshot snapshot, TimeProvider clock, ILogger<TrustWatch> logger)
{
    // A sign-in that was judged just before a change is stored just after it: what follows from a change is looked for a while longer.
    private const int LooksAfterChange = 10;
    private const int LooksBetween = 60;

    private readonly HashSet<Guid> counting = [];
    private long seen = -1;
    private int restless = LooksAfterChange;
    private int calm;

    /// <summary>One look: cheap where nothing has changed.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var changes = scope.ServiceProvider.GetRequiredService<ITrustChanges>();
        await MoveAsync(changes, scope.ServiceProvider.GetRequiredService<IAuditLog>(), cancellationToken);
        var first = seen < 0;
        if (await TakeAsync(changes, cancellationToken) is { } taken)
        {
            restless = LooksAfterChange;
            scope.ServiceProvider.GetService<IHomeKeys>()?.Forget();
            // What counted before this node started, it did not take over from anybody.
            if (!first && taken.Count > 0)
                await scope.ServiceProvider.GetRequiredService<ITrustDependents>().TakenAsync(taken, clock.GetUtcNow(), cancellationToken);
        }

        await SettleAsync(scope.ServiceProvider, cancellationToken);
    }

    private async Task SettleAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (restless == 0 && ++calm % LooksBetween != 0)
            return;
        var touched = await services.GetRequiredService<SettleTrust>().RunAsync(snapshot.Current.TrustList, seen, cancellationToken);
        restless = Math.Max(0, restless - 1);
        if (touched > 0)
            Log.TrustSettled(logger, touched);
    }

    /// <summary>Takes over what is stored, and moves nothing: for those who only want to tell.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await TakeAsync(scope.ServiceProvider.GetRequiredService<ITrustChanges>(), cancellationToken);
    }

    /// <returns>The changes that count since this look; null where nothing was stored since the last.</returns>
    private async Task<IReadOnlyCollection<Guid>?> TakeAsync(ITrustChanges changes, CancellationToken cancellationToken)
    {
        // The number is read before the rows: what comes in between is read again next time, never missed.
        var epoch = await changes.EpochAsync(cancellationToken);
        if (epoch == seen)
            return null;
        var all = await changes.AllAsync(cancellationToken);
        var list = TrustView.Of(snapshot.Configured, await changes.CertificatesAsync(cancellationToken), all);
        snapshot.Take(list);
        seen = epoch;
        Log.TrustTaken(logger, epoch, list.Anchors.Count, list.Distrusted.Count);
        return [.. all.Where(change => change.Counts && counting.Add(change.Id)).Select(change => change.Id)];
    }

    private async Task MoveAsync(ITrustChanges changes, IAuditLog audit, CancellationToken cancellationToken)
    {
        foreach (var change in await changes.WaitingAsync(cancellationToken))
        {
            var now = clock.GetUtcNow();
            if (change.Begin(now) is not null)
                audit.Record("trust.began", AuditActors.Hub, change.Id.ToString("N"), TrustChangeDetails.Of(change, "hub"));
            else if (change.RollBackWhereOverdue(now) is not null)
                audit.Record("trust.rolled_back", AuditActors.Hub, change.Id.ToString("N"), TrustChangeDetails.Of(change, "hub"));
            else
                continue;

            // Another node was faster: its step is the one that counts, and the next look shows it.
            if (!(await changes.SaveAsync(cancellationToken)).Succeeded)
                return;
        }
    }
}
