using CrossBorder.Federation.Storage;

namespace CrossBorder.Federation.Proactive;

/// <summary>Looks once a day for each resident who turned it on; one node at a time.</summary>
internal sealed class OffersWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OffersWorker> logger) : BackgroundService
{
    private const string LeaseName = "offers";
    private const int Batch = 100;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan AfterFault = TimeSpan.FromDays(1);

    /// <summary>For who has not been here for so long it is not looked any more, until they come.</summary>
    private static readonly TimeSpan LongestAway = TimeSpan.FromDays(365);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            // A database that is away comes back.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.OffersBroke(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IProactiveStore>();
        var leases = scope.ServiceProvider.GetRequiredService<INodeLeases>();
        var now = clock.GetUtcNow();
        // The lease spares work; that nothing is stored twice rests on the revision of each watch.
        while (await leases.TryTakeAsync(LeaseName, Lease, cancellationToken))
        {
            var due = await store.DueAsync(now, now - LongestAway, Batch, cancellationToken);
            foreach (var resident in due)
                await LookForAsync(resident, cancellationToken);
            if (due.Count < Batch)
                return;
        }
    }

    private async Task LookForAsync(string residentId, CancellationToken cancellationToken)
    {
        // Nothing of one for whom it broke is left for the next.
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IProactiveStore>();
        try
        {
            if (await store.FindAsync(residentId, cancellationToken) is { } watch
                && await scope.ServiceProvider.GetRequiredService<LookForOffers>().LookAsync(watch, cancellationToken))
                await scope.ServiceProvider.GetRequiredService<OfferLetters>().TellAsync(residentId, cancellationToken);
        }
        // One for whom it breaks must not keep all behind them waiting.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.OneBroke(logger, fault);
            await store.PostponeAsync(residentId, clock.GetUtcNow() + AfterFault, cancellationToken);
        }
    }
}
