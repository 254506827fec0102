using CrossBorder.Federation.Audit;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>Moves what the clock moves, and takes over what officers or other nodes have stored.</summary>
internal sealed class KeyWatch(
    IServiceScopeFactory scopes, KeyRing ring, EvidenceBook evidence, KeySealer sealer, KeyHolding holding, IOptions<KeyRotationOptions> options,
    TimeProvider clock, ILogger<KeyWatch> logger)
{
    // What is due and does not move, because relying parties lag behind or no key can be made, is looked at again after this.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // Made, announced and active, if need be, in one look.
    private const int MostMoves = 4;

    private long seen = -1;
    private DateTimeOffset quietUntil = DateTimeOffset.MinValue;

    /// <summary>One look: cheap where nothing has changed.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await evidence.WriteAsync(scope.ServiceProvider.GetRequiredService<IKeyEvidence>(), cancellationToken);
        var store = scope.ServiceProvider.GetRequiredService<IManagedKeyStore>();
        await TakeAsync(store, cancellationToken);
        for (var moves = 0; moves < MostMoves && await MoveAsync(scope.ServiceProvider, store, cancellationToken); moves++)
            await TakeAsync(store, cancellationToken);
    }

    /// <summary>Takes over what is stored, and moves nothing: for those who only want to tell.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await TakeAsync(scope.ServiceProvider.GetRequiredService<IManagedKeyStore>(), cancellationToken);
    }

    private async Task TakeAsync(IManagedKeyStore store, CancellationToken cancellationToken)
    {
        // The number is read before the rows: what comes in between is read again next time, never missed.
        var epoch = await store.EpochAsync(cancellationToken);
        if (epoch == seen)
            return;
        ring.Take(await store.AllAsync(cancellationToken));
        seen = epoch;
        quietUntil = DateTimeOffset.MinValue;
        Log.KeysTaken(logger, epoch, string.Join(", ", ring.All.Select(key => $"{key.Use} {key.Id} {key.State}")));
    }

    private async Task<bool> MoveAsync(IServiceProvider services, IManagedKeyStore store, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now < quietUntil || (RotationPlan.Due(ring.Rows, options.Value, now).Count == 0 && RotationPlan.WantSuccessor(ring.Rows, options.Value, now).Count == 0))
            return false;

        var audit = services.GetRequiredService<IAuditLog>();
        var rows = await store.TrackedAsync(cancellationToken);
        var moved = Make(rows, store, audit, now);
        var due = RotationPlan.Due(rows, options.Value, now);
        // A key takes its turn where a node can sign with it; until one comes, the one before it goes on.
        var unheld = due.Where(move => move.To == KeyState.Active && !holding.Holds(move.Key)).Select(move => move.Key.Line).ToHashSet();
        foreach (var move in due)
        {
            if (move.To is KeyState.Active or KeyState.Retiring && unheld.Contains(move.Key.Line))
                continue;
            if (move.To == KeyState.Removed && (await HeldBackByAsync(services, move.Key, rows, cancellationToken)).Count > 0)
                continue;
            KeyMoves.Take(move, audit, AuditActors.Hub, "hub", now);
            moved = true;
        }

        if (!moved)
            quietUntil = now + Patience;
        // Where another node was faster its step is the one that counts, and the next look shows it.
        return moved && (await store.SaveAsync(cancellationToken)).Succeeded;
    }

    private bool Make(IReadOnlyList<ManagedKey> rows, IManagedKeyStore store, IAuditLog audit, DateTimeOffset now)
    {
        var made = false;
        foreach (var line in RotationPlan.WantSuccessor(rows, options.Value, now))
        {
            var key = sealer.Make(line, now);
            if (!key.TryGetValue(out var row))
            {
                Log.KeyNotMade(logger, line.ToString(), key.Error.Code);
                continue;
            }

            store.Add(row);
            audit.Record("keys.created", AuditActors.Hub, row.Id, KeyDetails.Of(row, "hub"));
            made = true;
        }

        return made;
    }

    private async Task<IReadOnlyList<string>> HeldBackByAsync(IServiceProvider services, ManagedKey key, IReadOnlyList<ManagedKey> rows, CancellationToken cancellationToken) =>
        Handshake.HoldBack(key, rows, await services.GetRequiredService<IKeyEvidence>().AllAsync(cancellationToken), options.Value.ActiveWithin, clock.GetUtcNow());
}
