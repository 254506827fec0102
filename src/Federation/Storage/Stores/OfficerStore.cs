using CrossBorder.Federation.Officers;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class OfficerStore(HubDbContext context, TimeProvider clock) : IOfficers
{
    public async Task<IReadOnlyList<Officer>> ListAsync(CancellationToken cancellationToken) =>
        await context.Set<Officer>().AsNoTracking().OrderBy(officer => officer.NormalizedUserName).ToListAsync(cancellationToken);

    public async Task<OfficerPresence?> FindAsync(string sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await (from session in context.Set<OfficerSession>()
                      where session.Id == sessionId && session.EndedAt == null && session.ExpiresAt > now
                      join officer in context.Set<Officer>().Where(row => row.DisabledAt == null) on session.OfficerId equals officer.Id
                      select new OfficerPresence(session.Id, officer.Id, officer.UserName!, officer.Role))
            .FirstOrDefaultAsync(cancellationToken);
    }

    public Task<Officer?> FindByPersonAsync(string personKey, CancellationToken cancellationToken) =>
        context.Set<Officer>().FirstOrDefaultAsync(row => row.PersonKey == personKey, cancellationToken);

    public Task<bool> WasTiedAsync(string personKey, CancellationToken cancellationToken) =>
        context.Set<Officer>().AnyAsync(row => row.FormerPersonKey == personKey, cancellationToken);

    public void Add(OfficerSession session) => context.Add(session);

    public async Task<bool> EndAsync(string sessionId, CancellationToken cancellationToken)
    {
        var session = await context.Set<OfficerSession>().FirstOrDefaultAsync(row => row.Id == sessionId && row.EndedAt == null, cancellationToken);
        if (session is null)
            return false;
        session.EndedAt = clock.GetUtcNow();
        return true;
    }

    public async Task EndAllAsync(string officerId, CancellationToken cancellationToken)
    {
        foreach (var session in await context.Set<OfficerSession>().Where(row => row.OfficerId == officerId && row.EndedAt == null).ToListAsync(cancellationToken))
            session.EndedAt = clock.GetUtcNow();
    }

    // One beyond what is allowed is never counted, so it stands for: this lock has been told of.
    public async Task<bool> TellLockAsync(string key, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await context.Set<OfficerAttempts>()
            .Where(row => row.Key == key && row.Count == most && row.ExpiresAt > now)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Count, most + 1), cancellationToken) > 0;
    }

    public async Task<TimeSpan?> CountAttemptAsync(string key, int most, CancellationToken cancellationToken)
    {
        if (await TryCountAsync(key, most, cancellationToken))
            return null;

        var now = clock.GetUtcNow();
        var known = await context.Set<OfficerAttempts>().AsNoTracking().FirstOrDefaultAsync(row => row.Key == key, cancellationToken);
        if (known is not null)
            return known.ExpiresAt > now ? known.ExpiresAt - now : TimeSpan.FromSeconds(1);

        var row = new OfficerAttempts { Key = key, Count = 1, ExpiresAt = now + OfficerAttempts.Lock };
        context.Add(row);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return null;
        }
        // Somebody else made the row a moment ago: counted there, or else that is one too many already.
        catch (DbUpdateException fault) when (UniqueKey.IsViolated(fault))
        {
            return await TryCountAsync(key, most, cancellationToken) ? null : OfficerAttempts.Lock;
        }
        finally
        {
            context.Entry(row).State = EntityState.Detached;
        }
    }

    public async Task ForgiveAsync(string key, CancellationToken cancellationToken)
    {
        if (await context.Set<OfficerAttempts>().FirstOrDefaultAsync(row => row.Key == key, cancellationToken) is { } row)
            row.Count = 0;
    }

    public Task<bool> SaveAsync(CancellationToken cancellationToken) => context.TrySaveAsync(cancellationToken);

    // A lock is not made longer by those who keep trying.
    private async Task<bool> TryCountAsync(string key, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + OfficerAttempts.Lock;
        return await context.Set<OfficerAttempts>()
            .Where(row => row.Key == key && (row.Count < most || row.ExpiresAt <= now))
            .ExecuteUpdateAsync(update => update
                .SetProperty(row => row.Count, row => row.ExpiresAt <= now ? 1 : row.Count + 1)
                .SetProperty(row => row.ExpiresAt, until), cancellationToken) > 0;
    }
}
