using CrossBorder.Federation.Audit;

namespace CrossBorder.Federation.Trust.Changes;

/// <summary>Moves what time moves, and takes over what officers or other nodes have stored.</summary>
internal sealed class TrustWatch(IServiceScopeFactory scopes, TrustSnapshot snapshot, TimeProvider clock, ILogger<TrustWatch> logger)
{
    private long seen = -1;

    /// <summary>One look: cheap where nothing has changed.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var changes = scope.ServiceProvider.GetRequiredService<ITrustChanges>();
        await MoveAsync(changes, scope.ServiceProvider.GetRequiredService<IAuditLog>(), cancellationToken);
        await TakeAsync(changes, cancellationToken);
    }

    /// <summary>Takes over what is stored, and moves nothing: for those who only want to tell.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await TakeAsync(scope.ServiceProvider.GetRequiredService<ITrustChanges>(), cancellationToken);
    }

    private async Task TakeAsync(ITrustChanges changes, CancellationToken cancellationToken)
    {
        // The number is read before the rows: what comes in between is read again next time, never missed.
        var epoch = await changes.EpochAsync(cancellationToken);
        if (epoch == seen)
            return;
        var list = TrustView.Of(snapshot.Configured, await changes.CertificatesAsync(cancellationToken), await changes.AllAsync(cancellationToken));
        snapshot.Take(list);
        seen = epoch;
        Log.TrustTaken(logger, epoch, list.Anchors.Count, list.Distrusted.Count);
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
