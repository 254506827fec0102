using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Signals;

/// <summary>
/// Lets go out what was written at the very moment at which its stream was enabled. Neither of the two transactions sees the other where the
/// database lets both run, as PostgreSQL does; a lock for each event that is written would cost every sign-out.
/// </summary>
internal sealed class HeldBackWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<HeldBackWorker> logger)
    : DueWorker<string>("signals-held-back", TimeSpan.FromSeconds(30), scopes, clock)
{
    protected override Task<IReadOnlyList<string>> DueAsync(IServiceProvider services, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        services.GetRequiredService<ISignalStreams>().HeldBackAsync(most, cancellationToken);

    protected override Task TakeAsync(IServiceProvider services, string due, DateTimeOffset now, CancellationToken cancellationToken) =>
        services.GetRequiredService<ISignalStreams>().ReleaseAsync(due, now, cancellationToken);

    protected override void Broke(Exception fault) => Notices.Log.QueueBroke(logger, fault, nameof(SignalNotice));
}
