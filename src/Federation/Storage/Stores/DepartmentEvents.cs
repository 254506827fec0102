using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Events;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class DepartmentEvents(
    HubDbContext context, CaseMoves cases, StatutoryTerms terms, ClockMoves clocks, ITrustRecords records, IAuditLog audit) : IDepartmentEvents
{
    public Task<DepartmentEvent?> FindAsync(string department, string id, CancellationToken cancellationToken) =>
        context.Set<DepartmentEvent>().AsNoTracking().FirstOrDefaultAsync(told => told.Department == department && told.Id == id, cancellationToken);

    public async Task<Outcome<DepartmentEvent>> KeepAsync(DepartmentEvent told, TrustUse? use, int most, CancellationToken cancellationToken)
    {
        try
        {
            return await KeepOnceAsync(told, use, most, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two events of one id about two cases came at once: the second finds the first.
            context.ChangeTracker.Clear();
            if (await FindAsync(told.Department, told.Id, cancellationToken) is { } stored)
                return Repeated(stored, told);
            throw;
        }
    }

    private async Task<Outcome<DepartmentEvent>> KeepOnceAsync(DepartmentEvent told, TrustUse? use, int most, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Whoever speaks of a delivery has been sent it: before that nobody but the hub knows its id.
        var applicationId = await context.Set<Delivery>()
            .Where(row => row.Id == told.DeliveryId && row.Department == told.Department && row.Kind == DeliveryKind.Application && row.Envelope != null)
            .Select(row => row.ApplicationId).FirstOrDefaultAsync(cancellationToken);
        if (applicationId is null)
            return ErrorCatalogue.EventDeliveryUnknown.With("No delivery of this id went to this department.", "/delivery");

        await cases.TakeAsync(applicationId, cancellationToken);
        if (await FindAsync(told.Department, told.Id, cancellationToken) is { } stored)
            return Repeated(stored, told);
        if (await context.Set<DepartmentEvent>().CountAsync(other => other.DeliveryId == told.DeliveryId, cancellationToken) >= most)
            return ErrorCatalogue.EventsExhausted.With($"A delivery has at most {most} events.");

        var deliveries = await context.Set<Delivery>().AsNoTracking()
            .Where(row => row.ApplicationId == applicationId && row.Kind == DeliveryKind.Application).ToListAsync(cancellationToken);
        var delivery = deliveries.Single(row => row.Id == told.DeliveryId);
        var before = new DeliveryState(delivery.Status, delivery.Told, delivery.Sequence);
        var after = DeliveryMachine.Event(before, told.Sequence, told.Status);
        told.Moved = after != before;

        if (told is { Moved: true, ForwardedTo: { } to } && delivery.Status != DeliveryStatus.Withdrawn)
        {
            var next = Forwarding.Next(delivery, deliveries, to, told.StoredAt);
            if (!next.TryGetValue(out var successor))
                return Outcome<DepartmentEvent>.Refused(next.Errors);
            if (successor is not null)
            {
                // The next department has its own time, from the day on which it gets it.
                successor.Clock = terms.Start(successor, told.StoredAt);
                context.Add(successor);
            }
        }

        context.Add(told);
        if (use is not null)
            records.Add(use, new TrustReference(ApplicationId: applicationId, DeliveryId: told.DeliveryId));
        Tell(applicationId, told);
        await context.SaveChangesAsync(cancellationToken);
        var decided = told.Moved ? await MoveAsync(applicationId, told, after, cancellationToken) : null;
        await transaction.CommitAsync(cancellationToken);
        clocks.Count(decided);
        return told;
    }

    /// <summary>The clock, where this was the department's decision.</summary>
    private async Task<DeliveryClock?> MoveAsync(string applicationId, DepartmentEvent told, DeliveryState state, CancellationToken cancellationToken)
    {
        await context.Set<Delivery>().Where(row => row.Id == told.DeliveryId)
            .ExecuteUpdateAsync(row => row
                .SetProperty(changed => changed.Status, state.Status)
                .SetProperty(changed => changed.Told, state.Told)
                .SetProperty(changed => changed.Sequence, state.Sequence), cancellationToken);
        await cases.MoveAsync(applicationId, told.StoredAt, cancellationToken);
        var decided = await clocks.FollowAsync(told.DeliveryId, state, told.StoredAt, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        return decided;
    }

    private void Tell(string applicationId, DepartmentEvent told)
    {
        var what = StatusWords.Of(told.Status);
        context.Add(new CaseEvent
        {
            ApplicationId = applicationId, At = told.StoredAt, Hop = told.Department, Event = what, Reason = told.Reason, ForwardedTo = told.ForwardedTo,
        });
        audit.Record("department.event", AuditActors.Department, applicationId, new Dictionary<string, string>
        {
            ["event"] = told.Id,
            ["delivery"] = told.DeliveryId,
            ["department"] = told.Department,
            ["status"] = what,
            ["moved"] = told.Moved ? "yes" : "no",
        });
    }

    private static Outcome<DepartmentEvent> Repeated(DepartmentEvent stored, DepartmentEvent told) => stored.SaysTheSameAs(told)
        ? stored
        : ErrorCatalogue.EventIdReused.With("An event of this id is stored with other content.", "/id");
}
