using CrossBorder.Federation.Storage;

namespace CrossBorder.Federation.Applications.Clock;

/// <summary>Looks every minute for clocks that have something to tell: one node at a time, and every node takes over the numbers for its metrics.</summary>
internal sealed class ClockWorker(IServiceScopeFactory scopes, ClockMetrics metrics, TimeProvider clock, ILogger<ClockWorker> logger) : BackgroundService
{
    private const string LeaseName = "clock";
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
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.ClockBroke(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var clocks = scope.ServiceProvider.GetRequiredService<IDeliveryClocks>();
        var leases = scope.ServiceProvider.GetRequiredService<INodeLeases>();
        // The lease spares work; that nothing is told twice rests on the transaction of each telling.
        while (await leases.TryTakeAsync(LeaseName, Lease, cancellationToken) && await TellDueAsync(clocks, cancellationToken))
            cancellationToken.ThrowIfCancellationRequested();
        metrics.Take(await clocks.OverdueAsync(WorkingCalendar.DayOf(clock.GetUtcNow()), cancellationToken));
    }

    /// <summary>False where nothing is left.</summary>
    private async Task<bool> TellDueAsync(IDeliveryClocks clocks, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await clocks.DueAsync(WorkingCalendar.DayOf(now), Batch, cancellationToken);
        var broken = 0;
        foreach (var delivery in due)
        {
            try
            {
                foreach (var what in await clocks.TellAsync(delivery, now, cancellationToken))
                    Log.ClockTold(logger, delivery, what);
            }
            // One that cannot be told must not keep all behind it from being told; they are the later ones.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                broken++;
                Log.ClockBroke(logger, fault);
            }
        }

        return due.Count == Batch && broken < Batch;
    }
}
