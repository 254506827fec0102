using CrossBorder.Federation.SignIn;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class JourneyStore(HubDbContext context) : IJourneys
{
    public void Add(SignInJourneyRow row) => context.Add(row);

    public async Task<SignInJourneyRow?> FindAsync(string id, CancellationToken cancellationToken) =>
        await context.Set<SignInJourneyRow>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);

    public void Remove(SignInJourneyRow row) => context.Remove(row);

    public void Add(Session session) => context.Add(session);

    public Task<bool> TrySaveAsync(CancellationToken cancellationToken) => context.TrySaveAsync(cancellationToken);
}
