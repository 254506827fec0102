using CrossBorder.Federation.Homes;
using CrossBorder.Federation.SignIn;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class HomeProviderStore(HubDbContext context, TimeProvider clock) : IHomeProviders
{
    public async Task<IReadOnlyList<HomeProvider>> ListAsync(CancellationToken cancellationToken) =>
        await context.Set<HomeProvider>().OrderByDescending(provider => provider.ProposedAt).ThenBy(provider => provider.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<HomeProvider>> InForceAsync(CancellationToken cancellationToken) =>
        await context.Set<HomeProvider>().Where(provider => provider.State == HomeProviderState.InForce)
            .OrderBy(provider => provider.DecidedAt).ThenBy(provider => provider.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Guid>> InForceIdsAsync(CancellationToken cancellationToken) =>
        await context.Set<HomeProvider>().Where(provider => provider.State == HomeProviderState.InForce)
            .OrderBy(provider => provider.DecidedAt).ThenBy(provider => provider.Id).Select(provider => provider.Id).ToListAsync(cancellationToken);

    public Task<HomeProvider?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        context.Set<HomeProvider>().FirstOrDefaultAsync(provider => provider.Id == id, cancellationToken);

    public void Add(HomeProvider provider) => context.Add(provider);

    public async Task<int> SessionsAsync(string scheme, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await context.Set<Session>().CountAsync(session => session.Home == scheme && session.EndedAt == null && session.ExpiresAt > now, cancellationToken);
    }

    public async Task<IReadOnlyList<OrphanedSession>> OrphansAsync(IReadOnlyCollection<string> configured, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var providers = context.Set<HomeProvider>();
        return await context.Set<Session>()
            .Where(session => session.EndedAt == null && session.ExpiresAt > now && !configured.Contains(session.Home)
                && providers.Any(provider => provider.Scheme == session.Home && provider.State == HomeProviderState.Ended)
                && !providers.Any(provider => provider.Scheme == session.Home && provider.State == HomeProviderState.InForce))
            .OrderBy(session => session.Id).Take(most).Select(session => new OrphanedSession(session.Id, session.ResidentId, session.Home)).ToListAsync(cancellationToken);
    }

    public async Task<Outcome<bool>> SaveAsync(CancellationToken cancellationToken) => await context.TrySaveAsync(cancellationToken)
        ? true
        : ErrorCatalogue.HomeRaced.With("Another step was stored first; nothing of this one was.");
}
