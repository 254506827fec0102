namespace CrossBorder.Federation.Trust.Changes;

/// <summary>Looks every second, so that a revocation holds on every node well within five.</summary>
internal sealed class TrustWatchWorker(TrustWatch watch, TimeProvider clock, ILogger<TrustWatchWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // What was revoked before a restart is revoked when the first request comes. What follows from it need not keep the hub from listening.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await watch.TakeAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await watch.LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.TrustNotRead(logger, fault);
            }
        }
    }
}
