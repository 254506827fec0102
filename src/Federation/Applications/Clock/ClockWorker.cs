using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Applications.Clock;

/// <summary>Looks every minute for clocks that have something to tell; and every node takes over the numbers for its metrics.</summary>
internal sealed class ClockWorker(IServiceScopeFactory scopes, ClockMetrics metrics, TimeProvider clock, ILogger<ClockWorker> logger)
    : DueWorker<string>("clock", TimeSpan.FromMinutes(1), scopes, clock)
{
    protected override Task<IReadOnlyList<string>> DueAsync(IServiceProvider services, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        Clocks(services).DueAsync(WorkingCalendar.DayOf(now), most, cancellationToken);

    protected override async Task TakeAsync(IServiceProvider services, string due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var what in await Clocks(services).TellAsync(due, now, cancellationToken))
            Log.ClockTold(logger, due, what);
    }

    protected override async Task AfterAsync(IServiceProvider services, DateTimeOffset now, CancellationToken cancellationToken) =>
        metrics.Take(await Clocks(services).OverdueAsync(WorkingCalendar.DayOf(now), cancellationToken));

    protected override void Broke(Exception fault) => Log.ClockBroke(logger, fault);

    private static IDeliveryClocks Clocks(IServiceProvider services) => services.GetRequiredService<IDeliveryClocks>();
}
