using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Storage;

namespace CrossBorder.Federation.Applications.Supplements;

/// <summary>Looks every minute for deferrals that have something to tell; one node at a time.</summary>
internal sealed class DeferralWorker(IServiceScopeFactory scopes, DeliverySignal signal, TimeProvider clock, ILogger<DeferralWorker> logger) : BackgroundService
{
    private const string LeaseName = "deferrals";
    private const int Batch = 200;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            // A database that is away comes back; the deferrals are still in it.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.DeferralsBroke(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var supplements = scope.ServiceProvider.GetRequiredService<ISupplements>();
        var leases = scope.ServiceProvider.GetRequiredService<INodeLeases>();
        // The lease spares work; that nothing is told twice rests on the transaction of each telling.
        while (await leases.TryTakeAsync(LeaseName, Lease, cancellationToken) && await TellDueAsync(supplements, cancellationToken))
            cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>False where nothing is left.</summary>
    private async Task<bool> TellDueAsync(ISupplements supplements, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await supplements.DueAsync(WorkingCalendar.DayOf(now), Batch, cancellationToken);
        foreach (var (application, slug) in due)
        {
            if (await supplements.TellAsync(application, slug, now, cancellationToken) is not { } left)
                continue;
            Log.DeferralTold(logger, application, slug, left);
            if (left == Deferrals.Overdue)
                signal.Raise();
        }

        return due.Count == Batch;
    }
}
