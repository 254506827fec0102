using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Signals;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>Writes down who is to hear that a session ended; saved with whatever ended it.</summary>
internal static class EndedSessions
{
    /// <summary>Adds the sign-outs of these sessions to the current unit of work. A session that no relying party knows has none.</summary>
    public static async Task<IReadOnlyList<SignOut>> AddSignOutsAsync(
        this HubDbContext context, IReadOnlyCollection<string> sessionIds, SessionEnd cause, DateTimeOffset now, TimeSpan giveUpAfter,
        CancellationToken cancellationToken)
    {
        var known = await (
            from client in context.Set<ClientSession>()
            join session in context.Set<Session>() on client.SessionId equals session.Id
            join subject in context.PairwiseSubjects on new { session.ResidentId, client.ClientId } equals new { subject.ResidentId, subject.ClientId }
            where sessionIds.Contains(session.Id)
            select new { SessionId = session.Id, session.ResidentId, client.ClientId, client.Sid, subject.Subject }).ToListAsync(cancellationToken);
        var signOuts = new List<SignOut>();
        foreach (var clients in known.GroupBy(row => (row.SessionId, row.ResidentId)))
        {
            var signOut = new SignOut { Id = BrowserBinding.NewId(), ResidentId = clients.Key.ResidentId, Cause = cause, At = now };
            signOut.Notices.AddRange(clients.Select(client => new LogoutNotice
            {
                Id = Guid.CreateVersion7(now).ToString("N"),
                SignOutId = signOut.Id,
                ClientId = client.ClientId,
                Sid = client.Sid,
                Subject = client.Subject,
                DueAt = now,
                GiveUpAt = now + giveUpAfter,
            }));
            signOuts.Add(signOut);
        }

        context.AddRange(signOuts);
        await context.AddSignalsAsync(
            [.. known.Select(row => SignalFact.SessionRevoked(row.ClientId, row.Subject, row.Sid, cause, now))], now, cancellationToken);
        return signOuts;
    }
}
