using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Archive;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.SignIn;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class DisclosureStore(HubDbContext context, IAuditLog audit) : IDisclosures
{
    private const int Tries = 5;

    // The others show no more of a person than that they signed in.
    private static readonly string[] Personal = [HubScopes.Profile, HubScopes.Identity, HubScopes.Offers];

    public Task<bool> TellAsync(
        VerifiedSession session, string sid, string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken) =>
        TellAsync(session.ResidentId, "", sid, clientId, scopes, cancellationToken);

    public Task<bool> TellRepresentedAsync(
        string principalId, string mandateId, string sid, string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken) =>
        TellAsync(principalId, "@" + mandateId, sid, clientId, scopes, cancellationToken);

    /// <param name="residentId">Whose data they are.</param>
    /// <param name="by">What stands behind a scope that was told; nothing where they are those of who signed in.</param>
    /// <param name="sid">The session as the client knows it.</param>
    /// <param name="clientId">Who gets them.</param>
    /// <param name="scopes">What it gets.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    private async Task<bool> TellAsync(
        string residentId, string by, string sid, string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken)
    {
        List<string> more = [];
        for (var tries = 0; tries < Tries; tries++)
        {
            var row = await context.Set<ClientSession>().FirstOrDefaultAsync(known => known.Sid == sid && known.ClientId == clientId, cancellationToken);
            if (row is null)
                return false;
            var told = row.Told.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            more = Personal.Where(scope => scopes.Contains(scope) && !told.Contains(scope + by, StringComparer.Ordinal)).ToList();
            if (more.Count == 0)
                return true;

            row.Told = Kept([.. told, .. more.Select(scope => scope + by)]);
            PersonalDataRead.RecordFetch(audit, residentId, clientId, more, sid);
            // Otherwise the same client asked twice at once: what the other wrote is looked at.
            if (await context.TrySaveAsync(cancellationToken))
                return true;
        }

        // All the mandates of one agent share the row, and others were faster each time: written down once too often, and never not at all.
        PersonalDataRead.RecordFetch(audit, residentId, clientId, more, sid);
        return await context.TrySaveAsync(cancellationToken);
    }

    /// <summary>
    /// The latest, as many as there is room for. Who acts for many within one sign-in has the first of them forgotten, and so written down once
    /// more; what was told of themselves is a few words, and stays.
    /// </summary>
    private static string Kept(List<string> told)
    {
        while (told.Sum(one => one.Length + 1) - 1 > ClientSession.LongestTold)
            told.RemoveAt(told.FindIndex(one => one.Contains('@', StringComparison.Ordinal)));
        return string.Join(' ', told);
    }

    public async Task<IReadOnlyList<Disclosure>> ListAsync(string residentId, int most, CancellationToken cancellationToken)
    {
        // An officer's look is written under what was looked at. These are a handful, and asked for first: within one question they
        // would keep the database from the index of the log, which is the longest table of all.
        var subjects = context.Set<HomeLink>().Where(row => row.ResidentId == residentId).Select(row => row.SubjectHash);
        string[] references =
        [
            residentId,
            .. await context.Set<Application>().Where(row => row.ResidentId == residentId).Select(row => row.CaseNumber).ToListAsync(cancellationToken),
            .. await context.Set<ArchivedCase>().Where(row => row.ResidentId == residentId).Select(row => row.CaseNumber).ToListAsync(cancellationToken),
            .. await context.Set<Mandate>().Where(row => row.GivenBy == residentId || row.AgentId == residentId).Select(row => row.Id).ToListAsync(cancellationToken),
            .. await context.Set<ReviewItem>().Where(row => subjects.Contains(row.SubjectHash)).Select(row => row.Id).ToListAsync(cancellationToken),
        ];
        var entries = await context.AuditEntries.AsNoTracking()
            .Where(entry => references.Contains(entry.SubjectReference) && entry.Kind == PersonalDataRead.Kind)
            .OrderByDescending(entry => entry.Id).Take(most)
            .Select(entry => new { entry.At, entry.Details }).ToListAsync(cancellationToken);
        return [.. from entry in entries let details = AuditDetails.Read(entry.Details)
                   select new Disclosure(
                       entry.At,
                       details.GetValueOrDefault("client"),
                       (details.GetValueOrDefault("scopes") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
                       details.GetValueOrDefault("record"))];
    }
}
