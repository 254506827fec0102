using CrossBorder.Federation.Accounts.Sessions;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Archive;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class SessionRegister(
    HubDbContext context, IAuditLog audit, ILookupHasher hasher, IOptions<SignInOptions> options, IOptions<BackChannelLogoutOptions> logout, TimeProvider clock)
    : ISessionRegister
{
    public async Task<IReadOnlyList<ListedSession>> ListAsync(string residentId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await Live(now).Where(row => row.ResidentId == residentId).OrderByDescending(row => row.CreatedAt)
            .Select(row => new { row.Id, row.Home, row.Assurance, row.Device, row.CreatedAt, row.SeenAt }).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToList();
        var clients = (await context.Set<ClientSession>().Where(row => ids.Contains(row.SessionId))
                .Select(row => new { row.SessionId, row.ClientId }).ToListAsync(cancellationToken))
            .ToLookup(row => row.SessionId, row => row.ClientId, StringComparer.Ordinal);
        return
        [
            .. from row in rows
               let open = now - row.CreatedAt < options.Value.SessionLifetime && now - row.SeenAt <= options.Value.IdleLifetime
               where open || clients.Contains(row.Id)
               select new ListedSession(
                   row.Id, row.Home, row.Assurance, row.Device, row.CreatedAt, row.SeenAt, open,
                   [.. clients[row.Id].Order(StringComparer.Ordinal)]),
        ];
    }

    public async Task<int> EndAsync(SessionChoice which, SessionEnding ending, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var count = await EndAsync(which, ending, now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    public async Task<int?> EndOnceAsync(OneUse once, SessionChoice? which, SessionEnding ending, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        context.Add(new ReplayEntry { Key = hasher.Hash("message", $"{once.Issuer}|{once.Identifier}"), ExpiresAt = once.Until });
        if (!await context.TrySaveAsync(cancellationToken))
            return null;

        var count = which is null ? 0 : await EndAsync(which, ending, clock.GetUtcNow(), cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    private async Task<int> EndAsync(SessionChoice which, SessionEnding ending, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ended = new List<string>();
        foreach (var id in await Chosen(which, now).Select(row => row.Id).ToListAsync(cancellationToken))
        {
            // Two that end the same: one of them tells of it.
            if (await context.Set<Session>().Where(row => row.Id == id && row.EndedAt == null)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.EndedAt, now), cancellationToken) > 0)
                ended.Add(id);
        }

        foreach (var id in ended)
            audit.Record("session.ended", ending.Actor, id, new Dictionary<string, string>(ending.Details) { ["cause"] = ending.Cause.ToString() });
        await context.AddSignOutsAsync(ended, ending.Cause, now, logout.Value.GiveUpAfter, cancellationToken);
        return ended.Count;
    }

    public Task<string?> FindResidentAsync(string clientId, string subject, CancellationToken cancellationToken) =>
        context.PairwiseSubjects.Where(row => row.ClientId == clientId && row.Subject == subject)
            .Select(row => row.ResidentId).FirstOrDefaultAsync(cancellationToken);

    public async Task<string?> FindResidentAsync(string caseNumber, CancellationToken cancellationToken) =>
        await context.Set<Application>().Where(row => row.CaseNumber == caseNumber).Select(row => row.ResidentId).FirstOrDefaultAsync(cancellationToken)
        ?? await context.Set<ArchivedCase>().Where(row => row.CaseNumber == caseNumber).Select(row => row.ResidentId).FirstOrDefaultAsync(cancellationToken);

    public Task<bool> SaveAsync(CancellationToken cancellationToken) => context.TrySaveAsync(cancellationToken);

    private IQueryable<Session> Live(DateTimeOffset now) => context.Set<Session>().Where(row => row.EndedAt == null && row.ExpiresAt > now);

    private IQueryable<Session> Chosen(SessionChoice which, DateTimeOffset now)
    {
        if (which is { ResidentId: null, HomeSession: null })
            throw new ArgumentException("Nobody's sessions are chosen.", nameof(which));

        var chosen = Live(now);
        if (which.ResidentId is { } resident)
            chosen = chosen.Where(row => row.ResidentId == resident);
        if (which.SessionId is { } id)
            chosen = chosen.Where(row => row.Id == id);
        if (which.Except is { } except)
            chosen = chosen.Where(row => row.Id != except);
        if (which.Home is { } home)
            chosen = chosen.Where(row => row.Home == home);
        if (which.HomeSession is { } named)
            chosen = chosen.Where(row => row.HomeSession == named || (which.ResidentId != null && row.HomeSession == null));
        if (which.StartedBefore is { } then)
            chosen = chosen.Where(row => row.CreatedAt <= then);
        return chosen;
    }
}
