using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Audit;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>Puts deliveries whose turn has come into the queue and ends those whose turn never comes, within the transaction of whoever moved the case.</summary>
internal sealed class TurnMoves(HubDbContext context, StatutoryTerms terms, IAuditLog audit)
{
    /// <summary>What the deliveries that moved are now. The caller holds the case's row, saves and commits.</summary>
    public async Task<IReadOnlyDictionary<string, DeliveryStatus>> FollowAsync(
        string applicationId, IReadOnlyCollection<OrderedDelivery> deliveries, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var moves = DeliveryOrder.Settle(deliveries);
        if (moves.Count == 0)
            return new Dictionary<string, DeliveryStatus>();

        var rows = await context.Set<Delivery>().AsNoTracking()
            .Where(row => row.ApplicationId == applicationId && row.Kind == DeliveryKind.Application).ToDictionaryAsync(row => row.Id, cancellationToken);
        foreach (var move in moves)
        {
            var delivery = rows[move.Id];
            await context.Set<Delivery>().Where(row => row.Id == move.Id)
                .ExecuteUpdateAsync(row => row
                    .SetProperty(changed => changed.Status, move.To)
                    .SetProperty(changed => changed.QueuedAt, at)
                    .SetProperty(changed => changed.DueAt, at), cancellationToken);
            await context.Set<Delivery>().Where(row => row.Supplements == move.Id && row.Status == DeliveryStatus.Waiting)
                .ExecuteUpdateAsync(row => row
                    .SetProperty(changed => changed.Status, move.To)
                    .SetProperty(changed => changed.QueuedAt, at)
                    .SetProperty(changed => changed.DueAt, at), cancellationToken);
            var because = move.Because is { } before ? rows[before].Item : null;
            if (because is not null)
                audit.Record("delivery.not_sent", AuditActors.Hub, applicationId, new Dictionary<string, string>
                {
                    ["delivery"] = delivery.Id,
                    ["department"] = delivery.Department,
                    ["because"] = move.Because!,
                });
            else
                // Its department's time begins with its turn.
                context.Add(terms.Start(delivery, at, await context.CatalogueVersionOfAsync(applicationId, cancellationToken)));
            context.Add(new CaseEvent
            {
                ApplicationId = applicationId, At = at, Hop = delivery.Department,
                Event = because is null ? CaseEvents.TurnCame : CaseEvents.NotSent, Reason = because,
            });
        }

        return moves.ToDictionary(move => move.Id, move => move.To, StringComparer.Ordinal);
    }
}
