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

        // What was turned down before the resident took the case back is no withdrawn delivery, and still nobody goes on with it.
        var goesOn = told is { Moved: true } and not { ForwardedTo: null, Split: null }
            && !await context.Set<Application>().AnyAsync(row => row.Id == applicationId && row.Status == ApplicationStatus.Withdrawn, cancellationToken);
        var next = goesOn ? SuccessorsOf(delivery, deliveries, told) : Outcome<IReadOnlyList<Delivery>>.Of([]);
        if (!next.TryGetValue(out var successors))
            return Outcome<DepartmentEvent>.Refused(next.Errors);
        foreach (var successor in successors)
        {
            // The next department has its own time, from the day on which it gets it.
            successor.Clock = terms.Start(successor, told.StoredAt, await context.CatalogueVersionOfAsync(applicationId, cancellationToken));
            context.Add(successor);
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

    private static Outcome<IReadOnlyList<Delivery>> SuccessorsOf(Delivery delivery, IReadOnlyCollection<Delivery> all, DepartmentEvent told)
    {
        if (told.Split is not null)
            return Forwarding.Split(delivery, all, told.Parts, told.StoredAt);
        return told.ForwardedTo is { } to
            ? Forwarding.Next(delivery, all, to, told.StoredAt).Map<IReadOnlyList<Delivery>>(next => next is null ? [] : [next])
            : Outcome<IReadOnlyList<Delivery>>.Of([]);
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
        // To whom each part goes, and why.
        context.AddRange(told.Parts.Select(part => new CaseEvent
        {
            ApplicationId = applicationId, At = told.StoredAt, Hop = told.Department, Event = what, Reason = part.Reason, ForwardedTo = part.Department,
        }));
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
