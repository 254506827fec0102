namespace CrossBorder.Federation.Homes;

/// <summary>Looks every second, so that all nodes offer the same homes.</summary>
internal sealed class HomeWatchWorker(HomeWatch watch, TimeProvider clock, ILogger<HomeWatchWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // Who comes right after a restart finds the homes that were there before it.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await watch.LookAsync(cancellationToken);
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
                Log.HomesNotRead(logger, fault);
            }
        }
    }
}
