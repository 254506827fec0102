using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.SignIn;
using CrossBorder.Verification.Identity;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class SessionStore(HubDbContext context, TimeProvider clock) : IVerifiedSessions
{
    public async Task<VerifiedSession?> FindAsync(string sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = await context.Set<Session>().AsNoTracking()
            .FirstOrDefaultAsync(session => session.Id == sessionId && session.EndedAt == null && session.ExpiresAt > now, cancellationToken);
        if (row is null)
            return null;

        // Our own storage wrote it: where it cannot be read, the row was damaged, and that is no refusal.
        var identity = VerifiedIdentityJson.Read(row.Identity).Value;
        return new VerifiedSession(
            row.Id, row.ResidentId, row.Home, identity, row.MainlandAccount, row.Assertion,
            identity.Assurance, row.Methods.Split(' ', StringSplitOptions.RemoveEmptyEntries), row.AuthenticatedAt, row.ExpiresAt);
    }

    public async Task EndAsync(string sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await context.Set<Session>().Where(session => session.Id == sessionId && session.EndedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(session => session.EndedAt, now), cancellationToken);
    }
}
