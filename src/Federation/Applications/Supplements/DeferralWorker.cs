using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Applications.Supplements;

/// <summary>Looks every minute for deferrals that have something to tell.</summary>
internal sealed class DeferralWorker(IServiceScopeFactory scopes, DeliverySignal signal, TimeProvider clock, ILogger<DeferralWorker> logger)
    : DueWorker<(string Application, string Slug)>("deferrals", TimeSpan.FromMinutes(1), scopes, clock)
{
    protected override Task<IReadOnlyList<(string Application, string Slug)>> DueAsync(
        IServiceProvider services, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        services.GetRequiredService<ISupplements>().DueAsync(WorkingCalendar.DayOf(now), most, cancellationToken);

    protected override async Task TakeAsync(
        IServiceProvider services, (string Application, string Slug) due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<ISupplements>().TellAsync(due.Application, due.Slug, now, cancellationToken) is not { } left)
            return;
        Log.DeferralTold(logger, due.Application, due.Slug, left);
        if (left == Deferrals.Overdue)
            signal.Raise();
    }

    protected override void Broke(Exception fault) => Log.DeferralsBroke(logger, fault);
}
