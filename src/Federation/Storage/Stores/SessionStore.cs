using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Signals;
using CrossBorder.Federation.Storage.Grants;
using CrossBorder.Verification.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class SessionStore(HubDbContext context, IOptions<BackChannelLogoutOptions> logout, TimeProvider clock) : IVerifiedSessions
{
    public async Task<VerifiedSession?> FindAsync(string sessionId, CancellationToken cancellationToken) =>
        Read(await SignedInQueries.Of(context).Session(context, sessionId, clock.GetUtcNow(), cancellationToken));

    public Task SeenAsync(string sessionId, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.Set<Session>().Where(session => session.Id == sessionId && session.SeenAt < now)
            .ExecuteUpdateAsync(update => update.SetProperty(session => session.SeenAt, now), cancellationToken);

    public async Task<string> SidForAsync(string sessionId, string clientId, CancellationToken cancellationToken)
    {
        if (await KnownSidAsync(sessionId, clientId, cancellationToken) is { } known)
            return known;

        var row = new ClientSession { Sid = BrowserBinding.NewId(), SessionId = sessionId, ClientId = clientId };
        context.Add(row);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return row.Sid;
        }
        // Two requests of one browser at once: the one that was first names the session.
        catch (DbUpdateException fault) when (UniqueKey.IsViolated(fault))
        {
            context.Entry(row).State = EntityState.Detached;
            return (await KnownSidAsync(sessionId, clientId, cancellationToken))!;
        }
    }

    public async Task<VerifiedSession?> FindForClientAsync(string sid, string clientId, CancellationToken cancellationToken) =>
        Read(await SignedInQueries.Of(context).SessionOfClient(context, sid, clientId, clock.GetUtcNow(), cancellationToken));

    public Task<bool> IsLiveForClientAsync(string sid, string clientId, CancellationToken cancellationToken) =>
        SignedInQueries.Of(context).IsLiveForClient(context, sid, clientId, clock.GetUtcNow(), cancellationToken);

    public async Task<string?> EndAsync(string sessionId, SessionEnd cause, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Two requests at once: one of them ends it, and tells.
        if (!await EndAsync(sessionId, now, cancellationToken))
            return null;

        var signOuts = await context.AddSignOutsAsync([sessionId], cause, now, logout.Value.GiveUpAfter, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return signOuts.Count > 0 ? signOuts[0].Id : null;
    }

    public async Task RenewAsync(string sessionId, string successorId, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (!await EndAsync(sessionId, clock.GetUtcNow(), cancellationToken))
            return;

        // What they fetch from now on is of another proof, and is written down anew.
        await context.Set<ClientSession>().Where(row => row.SessionId == sessionId)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.SessionId, successorId).SetProperty(row => row.Told, ""), cancellationToken);
        // What they signed and the hub has still to file goes on under the sign-in that took over; whoever read it before finds it changed.
        await context.Set<ApplicationSigning>().Where(signing => signing.SessionId == sessionId && signing.NextLookAt != null)
            .ExecuteUpdateAsync(
                update => update.SetProperty(signing => signing.SessionId, successorId).SetProperty(signing => signing.Version, signing => signing.Version + 1),
                cancellationToken);
        await AddLevelChangesAsync(sessionId, successorId, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static VerifiedSession? Read(Session? row)
    {
        if (row is null)
            return null;

        // Our own storage wrote it: where it cannot be read, the row was damaged, and that is no refusal.
        var identity = VerifiedIdentityJson.Read(row.Identity).Value;
        return new VerifiedSession(
            row.Id, row.ResidentId, row.Home, identity, row.MainlandAccount, row.Assertion,
            identity.Assurance, row.Methods.Split(' ', StringSplitOptions.RemoveEmptyEntries), row.AuthenticatedAt, row.ExpiresAt,
            row.TrustPath, row.SeenAt);
    }

    private async Task AddLevelChangesAsync(string before, string now, CancellationToken cancellationToken)
    {
        var levels = await context.Set<Session>().Where(row => row.Id == before || row.Id == now)
            .Select(row => new { row.Id, row.Assurance }).ToDictionaryAsync(row => row.Id, row => AssuranceLevels.ParseUrn(row.Assurance).Value, cancellationToken);
        if (levels.Count < 2 || levels[before] == levels[now])
            return;

        var at = clock.GetUtcNow();
        var known = await (
            from client in context.Set<ClientSession>()
            join session in context.Set<Session>() on client.SessionId equals session.Id
            join subject in context.PairwiseSubjects on new { session.ResidentId, client.ClientId } equals new { subject.ResidentId, subject.ClientId }
            where session.Id == now
            select new { client.ClientId, client.Sid, subject.Subject }).ToListAsync(cancellationToken);
        await context.AddSignalsAsync(
            [.. known.Select(row => SignalFact.AssuranceLevelChange(row.ClientId, row.Subject, row.Sid, levels[before], levels[now], at))], at, cancellationToken);
    }

    private async Task<bool> EndAsync(string sessionId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.Set<Session>().Where(session => session.Id == sessionId && session.EndedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(session => session.EndedAt, now), cancellationToken) > 0;

    private Task<string?> KnownSidAsync(string sessionId, string clientId, CancellationToken cancellationToken) =>
        SignedInQueries.Of(context).Sid(context, sessionId, clientId, cancellationToken);
}
