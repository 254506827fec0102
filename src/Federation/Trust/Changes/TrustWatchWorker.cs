using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Trust.Changes;

/// <summary>Looks every second, so that a revocation holds on every node well within five.</summary>
internal sealed class TrustWatchWorker(TrustWatch watch, TimeProvider clock, ILogger<TrustWatchWorker> logger) : WatchWorker(TimeSpan.FromSeconds(1), clock)
{
    // What was revoked before a restart is revoked when the first request comes. What follows from it need not keep the hub from listening.
    public override Task StartAsync(CancellationToken cancellationToken) => watch.TakeAsync(cancellationToken);

    protected override Task LookAsync(CancellationToken cancellationToken) => watch.LookAsync(cancellationToken);

    protected override void Broke(Exception fault) => Log.TrustNotRead(logger, fault);
}
