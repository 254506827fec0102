using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Catalogue.Versions;

/// <summary>Looks every second, so that all nodes offer the same.</summary>
internal sealed class CatalogueWatchWorker(CatalogueWatch watch, TimeProvider clock, ILogger<CatalogueWatchWorker> logger)
    : WatchWorker(TimeSpan.FromSeconds(1), clock)
{
    // What was published before a restart counts when the first request comes.
    public override Task StartAsync(CancellationToken cancellationToken) => watch.BeginAsync(cancellationToken);

    protected override Task BeforeAsync(CancellationToken cancellationToken)
    {
        watch.Prepare();
        return Task.CompletedTask;
    }

    protected override Task LookAsync(CancellationToken cancellationToken) => watch.LookAsync(cancellationToken);

    protected override void Broke(Exception fault) => Log.VersionsNotRead(logger, fault);
}
