namespace CrossBorder.Federation.Catalogue.Versions;

/// <summary>Looks every second, so that all nodes offer the same.</summary>
internal sealed class CatalogueWatchWorker(CatalogueWatch watch, TimeProvider clock, ILogger<CatalogueWatchWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // What was published before a restart counts when the first request comes.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await watch.BeginAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        watch.Prepare();
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await watch.LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.VersionsNotRead(logger, fault);
            }
        }
    }
}
