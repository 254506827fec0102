using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Homes;

/// <summary>Looks every second, so that all nodes offer the same homes.</summary>
internal sealed class HomeWatchWorker(HomeWatch watch, TimeProvider clock, ILogger<HomeWatchWorker> logger) : WatchWorker(TimeSpan.FromSeconds(1), clock)
{
    // Who comes right after a restart finds the homes that were there before it.
    public override Task StartAsync(CancellationToken cancellationToken) => watch.LookAsync(cancellationToken);

    protected override Task LookAsync(CancellationToken cancellationToken) => watch.LookAsync(cancellationToken);

    protected override void Broke(Exception fault) => Log.HomesNotRead(logger, fault);
}
