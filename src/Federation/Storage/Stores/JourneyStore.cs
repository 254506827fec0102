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

    public async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        // The concurrency token or a unique key: either way another request did this first. Anything else is a fault.
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || UniqueKey.IsViolated(fault))
        {
            context.ChangeTracker.Clear();
            return false;
        }
    }
}
