using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Proactive;

/// <summary>Looks once a day for each resident who turned it on.</summary>
internal sealed class OffersWorker(IServiceScopeFactory scopes, IOptions<OffersOptions> options, TimeProvider clock, ILogger<OffersWorker> logger)
    : DueWorker<string>("offers", TimeSpan.FromMinutes(10), scopes, clock)
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromDays(1);

    protected override Task<IReadOnlyList<string>> DueAsync(IServiceProvider services, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        services.GetRequiredService<IProactiveStore>().DueAsync(now, now - options.Value.LongestAway, most, cancellationToken);

    protected override async Task TakeAsync(IServiceProvider services, string due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<IProactiveStore>();
        // Put off before it is looked: one for whom it breaks is not first in the queue again and again.
        await store.PostponeAsync(due, now + AfterFault, cancellationToken);
        if (await store.FindAsync(due, cancellationToken) is { } watch
            && await services.GetRequiredService<LookForOffers>().LookAsync(watch, anew: null, cancellationToken))
            await services.GetRequiredService<OfferLetters>().TellAsync(due, cancellationToken);
    }

    protected override void Broke(Exception fault) => Log.OffersBroke(logger, fault);
}
