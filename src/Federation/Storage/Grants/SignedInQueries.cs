using System.Runtime.CompilerServices;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrossBorder.Federation.Storage.Grants;

/// <summary>What each login, each token and each look at userinfo asks of whoever is signed in, translated once for each model.</summary>
internal sealed class SignedInQueries
{
    private static readonly ConditionalWeakTable<IModel, SignedInQueries> OfModels = [];

    public static SignedInQueries Of(HubDbContext context) => OfModels.GetValue(context.Model, static _ => new SignedInQueries());

    /// <summary>A session that is not over.</summary>
    public Func<HubDbContext, string, DateTimeOffset, CancellationToken, Task<Session?>> Session { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string id, DateTimeOffset now, CancellationToken cancellationToken) => context.Set<Session>().AsNoTracking()
            .FirstOrDefault(session => session.Id == id && session.EndedAt == null && session.ExpiresAt > now));

    /// <summary>The same, by what a client knows it by.</summary>
    public Func<HubDbContext, string, string, DateTimeOffset, CancellationToken, Task<Session?>> SessionOfClient { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string sid, string client, DateTimeOffset now, CancellationToken cancellationToken) => context.Set<ClientSession>().AsNoTracking()
            .Where(row => row.Sid == sid && row.ClientId == client)
            .Join(context.Set<Session>(), row => row.SessionId, session => session.Id, (row, session) => session)
            .FirstOrDefault(session => session.EndedAt == null && session.ExpiresAt > now));

    /// <summary>Whether there is one.</summary>
    public Func<HubDbContext, string, string, DateTimeOffset, CancellationToken, Task<bool>> IsLiveForClient { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string sid, string client, DateTimeOffset now, CancellationToken cancellationToken) => context.Set<ClientSession>()
            .Where(row => row.Sid == sid && row.ClientId == client)
            .Join(context.Set<Session>(), row => row.SessionId, session => session.Id, (row, session) => session)
            .Any(session => session.EndedAt == null && session.ExpiresAt > now));

    public Func<HubDbContext, string, string, CancellationToken, Task<string?>> Sid { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string session, string client, CancellationToken cancellationToken) => context.Set<ClientSession>()
            .Where(row => row.SessionId == session && row.ClientId == client).Select(row => row.Sid).FirstOrDefault());

    /// <summary>The scopes of each consent that was not withdrawn.</summary>
    public Func<HubDbContext, string, string, string, IAsyncEnumerable<string>> Consented { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string resident, string client, string purpose) => context.Set<Consent>()
            .Where(consent => consent.ResidentId == resident && consent.ClientId == client && consent.PurposeKey == purpose && consent.WithdrawnAt == null)
            .Select(consent => consent.Scopes));

    public Func<HubDbContext, string, CancellationToken, Task<bool>> SubjectIsKnown { get; } = EF.CompileAsyncQuery(
        (HubDbContext context, string subject, CancellationToken cancellationToken) => context.PairwiseSubjects.Any(row => row.Subject == subject));
}
