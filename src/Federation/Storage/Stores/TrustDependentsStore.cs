using System.Globalization;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class TrustDependentsStore(
    HubDbContext context, CaseMoves cases, HubNode node, IAuditLog audit, IOptions<BackChannelLogoutOptions> logout) : ITrustDependents
{
    // Parameters of one statement are not without end.
    private const int AtOnce = 500;

    public async Task<Dependents> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sessions = await Live(now).GroupBy(session => session.TrustPath!)
            .Select(group => new { group.Key, Count = group.Count(), Last = group.Max(session => session.CreatedAt) }).ToListAsync(cancellationToken);
        var deliveries = await Waiting().Join(context.Set<Application>(), delivery => delivery.ApplicationId, application => application.Id,
                (delivery, application) => new { delivery.Department, delivery.Status, application.TrustPath, application.VerifiedAt })
            .GroupBy(row => new { row.Department, row.Status, row.TrustPath })
            .Select(group => new { group.Key, Count = group.Count(), Last = group.Max(row => row.VerifiedAt) }).ToListAsync(cancellationToken);
        return new Dependents(
            await context.Set<TrustPath>().AsNoTracking().Where(path => path.Fingerprints != "").ToListAsync(cancellationToken),
            [.. sessions.Select(row => new PathSessions(row.Key, row.Count, row.Last))],
            [.. deliveries.Select(row => new WaitingDeliveries(
                row.Key.TrustPath, row.Key.Department, row.Key.Status == DeliveryStatus.Quarantined, row.Count, row.Last))]);
    }

    public async Task<int> ApplyAsync(
        Consequence consequence, Func<string?, string?, Guid> causeOf, long epoch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Nodes come one after the other: the second finds everything done. No trust is changed meanwhile, for that takes the same row.
        if (await context.TrustEpochs.Where(stored => stored.Number == epoch)
            .ExecuteUpdateAsync(update => update.SetProperty(stored => stored.Number, epoch), cancellationToken) == 0)
            return 0;
        var effects = new List<TrustEffect>();
        await EndSessionsAsync(consequence, causeOf, now, effects, cancellationToken);
        await QuarantineAsync(consequence, causeOf, now, effects, cancellationToken);
        await ReleaseAsync(consequence, now, effects, cancellationToken);
        foreach (var change in effects.GroupBy(effect => effect.Change))
            audit.Record("trust.settled", AuditActors.Hub, change.Key.ToString("N"), change.GroupBy(effect => effect.Kind)
                .ToDictionary(kind => kind.Key.ToString(), kind => kind.Count().ToString(CultureInfo.InvariantCulture)));
        context.AddRange(effects);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return effects.Count;
    }

    public async Task<IReadOnlyList<TrustEffect>> EffectsAsync(Guid change, int most, CancellationToken cancellationToken) =>
        await context.Set<TrustEffect>().AsNoTracking().Where(effect => effect.Change == change)
            .OrderByDescending(effect => effect.Id).Take(most).ToListAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<TrustEffectKind, int>> CountsAsync(Guid change, CancellationToken cancellationToken) =>
        await context.Set<TrustEffect>().Where(effect => effect.Change == change).GroupBy(effect => effect.Kind)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);

    public async Task TakenAsync(IReadOnlyCollection<Guid> changes, DateTimeOffset at, CancellationToken cancellationToken)
    {
        context.AddRange(changes.Select(change => new TrustTaking { Change = change, Node = node.Name, At = at }));
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<TrustTaking>> TakingsAsync(Guid change, CancellationToken cancellationToken) =>
        await context.Set<TrustTaking>().AsNoTracking().Where(taking => taking.Change == change).OrderBy(taking => taking.At).ToListAsync(cancellationToken);

    private IQueryable<Session> Live(DateTimeOffset now) =>
        context.Set<Session>().Where(session => session.TrustPath != null && session.EndedAt == null && session.ExpiresAt > now);

    private IQueryable<Delivery> Waiting() => context.Set<Delivery>().Where(delivery =>
        delivery.Status == DeliveryStatus.Queued || delivery.Status == DeliveryStatus.Waiting
        || (delivery.Status == DeliveryStatus.Quarantined && delivery.LastFault == ErrorCatalogue.DeliveryQuarantined.Code));

    private async Task EndSessionsAsync(
        Consequence consequence, Func<string?, string?, Guid> causeOf, DateTimeOffset now, List<TrustEffect> effects, CancellationToken cancellationToken)
    {
        var ending = await Live(now).Where(session => consequence.Sessions.Contains(session.TrustPath!))
            .Select(session => new { session.Id, session.ResidentId, Path = session.TrustPath! }).ToListAsync(cancellationToken);
        foreach (var some in ending.Chunk(AtOnce))
        {
            var ids = some.Select(session => session.Id).ToList();
            var residents = some.Select(session => session.ResidentId).Distinct().ToList();
            await context.Set<Session>().Where(session => ids.Contains(session.Id))
                .ExecuteUpdateAsync(update => update.SetProperty(session => session.EndedAt, now), cancellationToken);
            var clients = (await context.Set<ClientSession>().Where(row => ids.Contains(row.SessionId)).ToListAsync(cancellationToken))
                .ToLookup(row => row.SessionId, row => row.ClientId, StringComparer.Ordinal);
            var subjects = await context.PairwiseSubjects.Where(row => residents.Contains(row.ResidentId)).ToListAsync(cancellationToken);
            await RevokeAsync([.. some.SelectMany(session => subjects
                .Where(subject => subject.ResidentId == session.ResidentId && clients[session.Id].Contains(subject.ClientId))
                .Select(subject => subject.Subject))], cancellationToken);
            await context.AddSignOutsAsync(ids, SessionEnd.Distrusted, now, logout.Value.GiveUpAfter, cancellationToken);
            effects.AddRange(some.Select(session =>
                Effect(causeOf(session.Path, null), TrustEffectKind.SessionEnded, session.Id, string.Join(' ', clients[session.Id].Order()), now)));
        }
    }

    /// <summary>A subject is one resident at one relying party: what it holds of another sign-in of the same resident goes too, which costs them a sign-in.</summary>
    private async Task RevokeAsync(List<string> subjects, CancellationToken cancellationToken)
    {
        var mark = Guid.NewGuid().ToString();
        await context.Set<OpenIddictEntityFrameworkCoreToken>()
            .Where(token => token.Status == Statuses.Valid && subjects.Contains(token.Subject!))
            // With another mark: a request that read it before must not write over this.
            .ExecuteUpdateAsync(update => update.SetProperty(token => token.Status, Statuses.Revoked).SetProperty(token => token.ConcurrencyToken, mark), cancellationToken);
        await context.Set<OpenIddictEntityFrameworkCoreAuthorization>()
            .Where(authorization => authorization.Status == Statuses.Valid && subjects.Contains(authorization.Subject!))
            .ExecuteUpdateAsync(update => update.SetProperty(authorization => authorization.Status, Statuses.Revoked), cancellationToken);
    }

    private async Task QuarantineAsync(
        Consequence consequence, Func<string?, string?, Guid> causeOf, DateTimeOffset now, List<TrustEffect> effects, CancellationToken cancellationToken)
    {
        var held = await Waiting().Where(delivery => delivery.Status != DeliveryStatus.Quarantined)
            .Join(context.Set<Application>(), delivery => delivery.ApplicationId, application => application.Id,
                (delivery, application) => new { delivery.Id, delivery.Department, delivery.ApplicationId, application.TrustPath })
            .Where(row => consequence.Departments.Contains(row.Department) || (row.TrustPath != null && consequence.Applications.Contains(row.TrustPath)))
            .ToListAsync(cancellationToken);
        foreach (var some in held.Chunk(AtOnce))
        {
            var ids = some.Select(row => row.Id).ToList();
            await context.Set<Delivery>().Where(delivery => ids.Contains(delivery.Id)
                    && (delivery.Status == DeliveryStatus.Queued || delivery.Status == DeliveryStatus.Waiting))
                .ExecuteUpdateAsync(update => update
                    .SetProperty(delivery => delivery.Status, DeliveryStatus.Quarantined)
                    .SetProperty(delivery => delivery.LastFault, ErrorCatalogue.DeliveryQuarantined.Code)
                    // A worker that has it in hand must not write its own fault over this one: by it the delivery is found again.
                    .SetProperty(delivery => delivery.LeaseOwner, (string?)null)
                    .SetProperty(delivery => delivery.LeasedUntil, (DateTimeOffset?)null), cancellationToken);
        }

        foreach (var row in held)
        {
            var department = consequence.Departments.Contains(row.Department) ? row.Department : null;
            effects.Add(Effect(causeOf(row.TrustPath, department), TrustEffectKind.DeliveryQuarantined, row.Id, row.Department, now));
            context.Add(Line(row.ApplicationId, row.Department, CaseEvents.Quarantined, now));
        }
    }

    private async Task ReleaseAsync(Consequence consequence, DateTimeOffset now, List<TrustEffect> effects, CancellationToken cancellationToken)
    {
        // What was quarantined just now is still in this transaction, and still held: it is not among these.
        var free = await Waiting().Where(delivery => delivery.Status == DeliveryStatus.Quarantined)
            .Join(context.Set<Application>(), delivery => delivery.ApplicationId, application => application.Id,
                (delivery, application) => new { delivery.Id, delivery.Department, delivery.ApplicationId, delivery.After, application.TrustPath })
            .Where(row => !consequence.Departments.Contains(row.Department) && (row.TrustPath == null || !consequence.Applications.Contains(row.TrustPath)))
            .ToListAsync(cancellationToken);
        foreach (var some in free.Chunk(AtOnce))
        {
            var ids = some.Select(row => row.Id).ToList();
            await context.Set<Delivery>().Where(delivery => ids.Contains(delivery.Id) && delivery.Status == DeliveryStatus.Quarantined)
                .ExecuteUpdateAsync(update => update
                    // A clock is what a delivery has from its turn on. One that has none waits for it; it may have come meanwhile.
                    .SetProperty(delivery => delivery.Status, delivery =>
                        delivery.After == null || context.Set<DeliveryClock>().Any(clock => clock.DeliveryId == delivery.Id)
                            ? DeliveryStatus.Queued : DeliveryStatus.Waiting)
                    .SetProperty(delivery => delivery.LastFault, (string?)null)
                    .SetProperty(delivery => delivery.LeaseOwner, (string?)null)
                    .SetProperty(delivery => delivery.LeasedUntil, (DateTimeOffset?)null)
                    .SetProperty(delivery => delivery.DueAt, now), cancellationToken);
            var causes = (await context.Set<TrustEffect>().AsNoTracking()
                    .Where(effect => effect.Kind == TrustEffectKind.DeliveryQuarantined && ids.Contains(effect.Reference)).ToListAsync(cancellationToken))
                .GroupBy(effect => effect.Reference, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.MaxBy(effect => effect.Id)!.Change, StringComparer.Ordinal);
            effects.AddRange(some.Select(row =>
                Effect(causes.GetValueOrDefault(row.Id), TrustEffectKind.DeliveryReleased, row.Id, row.Department, now)));
        }

        context.AddRange(free.Select(row => Line(row.ApplicationId, row.Department, CaseEvents.Released, now)));
        foreach (var application in free.Where(row => row.After is not null).Select(row => row.ApplicationId).Distinct())
        {
            await cases.TakeAsync(application, cancellationToken);
            await cases.MoveAsync(application, now, cancellationToken);
        }
    }

    private TrustEffect Effect(Guid change, TrustEffectKind kind, string reference, string party, DateTimeOffset at) => new()
    {
        Change = change, Kind = kind, Reference = reference, Party = party.Length > 255 ? party[..255] : party, At = at, Node = node.Name,
    };

    private static CaseEvent Line(string application, string department, string what, DateTimeOffset at) => new()
    {
        ApplicationId = application, At = at, Hop = department, Event = what, Reason = what == CaseEvents.Quarantined ? ErrorCatalogue.DeliveryQuarantined.Code : null,
    };
}
