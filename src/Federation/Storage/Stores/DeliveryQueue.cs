using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class DeliveryQueue(HubDbContext context, CaseMoves cases, ClockMoves clocks, ITrustRecords records, IAuditLog audit) : IDeliveryQueue
{
    // From one department to the next by the index, where DISTINCT would read every row of a queue that a dead department made long.
    public async Task<IReadOnlyList<string>> DueDepartmentsAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var now = context.Stored(moment);
        return await context.Database.SqlQuery<string>(
            $"""
            WITH RECURSIVE waiting(slug) AS (
              SELECT MIN("Department") FROM "Deliveries" WHERE "Status" = 'Queued'
              UNION ALL
              SELECT (SELECT MIN("Department") FROM "Deliveries" WHERE "Status" = 'Queued' AND "Department" > waiting.slug)
              FROM waiting WHERE waiting.slug IS NOT NULL
            )
            SELECT slug AS "Value" FROM waiting
            WHERE EXISTS (
                SELECT 1 FROM "Deliveries"
                WHERE "Status" = 'Queued' AND "Department" = waiting.slug AND "DueAt" <= {now} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now}))
              AND NOT EXISTS (
                SELECT 1 FROM "MaintenanceWindows" WHERE "Department" = waiting.slug AND "From" <= {now} AND "Until" > {now})
            """).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Delivery>> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken)
    {
        var now = context.Stored(request.Now);
        var until = context.Stored(request.Until);
        // Two workers that ask at once: PostgreSQL passes by rows that the other one is taking, SQLite has one writer anyway.
        var sql = context.Database.IsNpgsql()
            ? (FormattableString)$"""
                UPDATE "Deliveries" SET "LeaseOwner" = {request.Owner}, "LeasedUntil" = {until}, "Attempts" = "Attempts" + 1
                WHERE "Id" IN (
                    SELECT "Id" FROM "Deliveries"
                    WHERE "Status" = 'Queued' AND "Department" = {request.Department} AND ({request.EvenIfNotDue} OR "DueAt" <= {now})
                        AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now})
                        AND NOT EXISTS (
                            SELECT 1 FROM "MaintenanceWindows" WHERE "Department" = {request.Department} AND "From" <= {now} AND "Until" > {now})
                    ORDER BY "DueAt" LIMIT {request.Count} FOR UPDATE SKIP LOCKED)
                RETURNING *
                """
            : $"""
                UPDATE "Deliveries" SET "LeaseOwner" = {request.Owner}, "LeasedUntil" = {until}, "Attempts" = "Attempts" + 1
                WHERE "Id" IN (
                    SELECT "Id" FROM "Deliveries"
                    WHERE "Status" = 'Queued' AND "Department" = {request.Department} AND ({request.EvenIfNotDue} OR "DueAt" <= {now})
                        AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now})
                        AND NOT EXISTS (
                            SELECT 1 FROM "MaintenanceWindows" WHERE "Department" = {request.Department} AND "From" <= {now} AND "Until" > {now})
                    ORDER BY "DueAt" LIMIT {request.Count})
                RETURNING *
                """;
        return await context.Set<Delivery>().FromSql(sql).AsNoTracking().ToListAsync(cancellationToken);
    }

    public async Task<string> KeepEnvelopeAsync(string deliveryId, SignedEnvelope envelope, DateTimeOffset signedAt, CancellationToken cancellationToken)
    {
        await context.Set<Delivery>().Where(delivery => delivery.Id == deliveryId && delivery.Envelope == null)
            .ExecuteUpdateAsync(row => row
                .SetProperty(changed => changed.Envelope, envelope.Compact)
                .SetProperty(changed => changed.EnvelopeKey, envelope.KeyId)
                .SetProperty(changed => changed.SignedAt, signedAt), cancellationToken);
        return (await context.Set<Delivery>().AsNoTracking().Where(delivery => delivery.Id == deliveryId)
            .Select(delivery => delivery.Envelope).SingleAsync(cancellationToken))!;
    }

    public async Task<bool> ConcludeAsync(
        Delivery delivery, VerifiedReceipt receipt, TrustUse? use, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await cases.TakeAsync(delivery.ApplicationId, cancellationToken);
        if (await context.Set<Receipt>().AnyAsync(stored => stored.DeliveryId == delivery.Id, cancellationToken))
            return false;

        context.Add(new Receipt
        {
            DeliveryId = delivery.Id,
            Compact = receipt.Compact,
            Accepted = receipt.Accepted,
            Reference = receipt.Reference ?? string.Empty,
            ReceivedAt = receipt.ReceivedAt,
            VerifiedAt = at,
            TrustPath = use?.Path,
        });
        if (use is not null)
            records.Add(use, new TrustReference(ApplicationId: delivery.ApplicationId, DeliveryId: delivery.Id));
        var before = await context.Set<Delivery>().Where(row => row.Id == delivery.Id)
            .Select(row => new DeliveryState(row.Status, row.Told, row.Sequence)).SingleAsync(cancellationToken);
        // A case taken back in the meantime stays taken back; the receipt is kept all the same.
        var after = DeliveryMachine.Receipt(before, receipt.Accepted);
        await context.Set<Delivery>().Where(row => row.Id == delivery.Id)
            .ExecuteUpdateAsync(row => row
                .SetProperty(changed => changed.Status, after.Status)
                .SetProperty(changed => changed.LeaseOwner, (string?)null)
                .SetProperty(changed => changed.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(changed => changed.LastFault, (string?)null), cancellationToken);
        var decided = await clocks.FollowAsync(delivery.Id, after, at, cancellationToken);
        if (delivery.Kind == DeliveryKind.Application)
            await cases.MoveAsync(delivery.ApplicationId, at, cancellationToken);

        var what = (delivery.Kind, receipt.Accepted) switch
        {
            (DeliveryKind.Withdrawal, _) => CaseEvents.WithdrawalReceived,
            (DeliveryKind.Supplement, true) => CaseEvents.SupplementReceived,
            (DeliveryKind.Supplement, false) => CaseEvents.SupplementRefused,
            (_, true) => CaseEvents.Accepted,
            _ => CaseEvents.Rejected,
        };
        context.Add(EventOf(delivery, at, what, receipt.Reference ?? receipt.Reason));
        audit.Record("delivery." + what, AuditActors.Department, delivery.ApplicationId, new Dictionary<string, string>
        {
            ["delivery"] = delivery.Id,
            ["department"] = delivery.Department,
        });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        clocks.Count(decided);
        return true;
    }

    public async Task<HandedOver?> FindAsync(string department, string deliveryId, CancellationToken cancellationToken) =>
        await context.Set<Delivery>().AsNoTracking().Include(delivery => delivery.Receipt)
            .FirstOrDefaultAsync(delivery => delivery.Id == deliveryId && delivery.Department == department && delivery.Envelope != null, cancellationToken)
            is { Envelope: { } envelope } found ? new HandedOver(found, envelope, found.Receipt) : null;

    public async Task NoteAsync(Delivery delivery, Error fault, string what, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var changed = await context.Set<Delivery>()
            .Where(row => row.Id == delivery.Id && row.Status == DeliveryStatus.Queued && (row.LastFault == null || row.LastFault != fault.Code))
            .ExecuteUpdateAsync(row => row.SetProperty(noted => noted.LastFault, fault.Code), cancellationToken);
        if (changed > 0)
        {
            context.Add(EventOf(delivery, at, what, fault.Code));
            await context.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public Task AwaitReceiptAsync(Delivery delivery, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        context.Set<Delivery>().Where(row => row.Id == delivery.Id && row.LeaseOwner == delivery.LeaseOwner)
            .ExecuteUpdateAsync(row => row
                .SetProperty(changed => changed.DueAt, dueAt)
                .SetProperty(changed => changed.LeaseOwner, (string?)null)
                .SetProperty(changed => changed.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(changed => changed.LastFault, (string?)null), cancellationToken);

    public async Task PostponeAsync(
        Delivery delivery, Error fault, string what, DateTimeOffset dueAt, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var mine = await context.Set<Delivery>().Where(row => row.Id == delivery.Id && row.LeaseOwner == delivery.LeaseOwner)
            .ExecuteUpdateAsync(row => row
                .SetProperty(changed => changed.DueAt, dueAt)
                .SetProperty(changed => changed.LeaseOwner, (string?)null)
                .SetProperty(changed => changed.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(changed => changed.LastFault, fault.Code), cancellationToken);
        // A line for each fault, not for each attempt: a night's outage is one line.
        if (mine > 0 && delivery.LastFault != fault.Code)
        {
            context.Add(EventOf(delivery, at, what, fault.Code));
            await context.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static CaseEvent EventOf(Delivery delivery, DateTimeOffset at, string what, string? reason) =>
        new() { ApplicationId = delivery.ApplicationId, At = at, Hop = delivery.Department, Event = what, Reason = reason };
}
