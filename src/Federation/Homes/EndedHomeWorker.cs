using CrossBorder.Adapters.Homes;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Accounts.Sessions;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Homes;

/// <summary>
/// Ends the sign-ins of a home that officers ended: browser, tokens and all. Each is a transaction of its own that also writes down which relying
/// parties are to hear of it, so that a node that dies leaves the rest to another one.
/// </summary>
internal sealed class EndedHomeWorker(IServiceScopeFactory scopes, IHomes homes, TimeProvider clock, ILogger<EndedHomeWorker> logger)
    : DueWorker<OrphanedSession>("ended-homes", TimeSpan.FromSeconds(10), scopes, clock)
{
    // The settings may name one again that officers ended before.
    protected override Task<IReadOnlyList<OrphanedSession>> DueAsync(
        IServiceProvider services, DateTimeOffset now, int most, CancellationToken cancellationToken) => services.GetRequiredService<IHomeProviders>()
        .OrphansAsync([.. homes.Configured.Select(home => home.Scheme)], most, cancellationToken);

    protected override async Task TakeAsync(IServiceProvider services, OrphanedSession due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ending = new SessionEnding(SessionEnd.HomeClosed, AuditActors.Hub, new Dictionary<string, string> { ["home"] = due.Home });
        if (await services.GetRequiredService<ISessionRegister>().EndAsync(new SessionChoice(due.ResidentId, due.Id), ending, cancellationToken) > 0)
            Log.SessionOfEndedHome(logger, due.Home);
    }

    protected override void Broke(Exception fault) => Log.EndedHomesBroke(logger, fault);
}
