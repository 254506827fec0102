using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Grouped;
using CrossBorder.Federation.Storage.Prepared;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class DeliveryQueue(HubDbContext context, ClockMoves clocks, GroupedWrites writes, HubNode node) : IDeliveryQueue
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
                UPDATE "Deliveries" SET "LeaseOwner" = {request.Owner}, "LeasedUntil" = {until}, "Attempts" = "Attempts" + 1, "Handed" = FALSE
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
                UPDATE "Deliveries" SET "LeaseOwner" = {request.Owner}, "LeasedUntil" = {until}, "Attempts" = "Attempts" + 1, "Handed" = FALSE
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
        var statement = HubStatements.Of(context).Envelope.With(envelope.Compact, envelope.KeyId, signedAt, deliveryId);
        // Behind what takes the rows of cases, for this takes none: so nobody waits for it who holds one.
        await writes.WriteAsync("~" + deliveryId, services => Task.FromResult(Stage(services, statement)), cancellationToken);
        return statement.Changed > 0 ? envelope.Compact : (await context.Set<Delivery>().AsNoTracking().Where(delivery => delivery.Id == deliveryId)
            .Select(delivery => delivery.Envelope).SingleAsync(cancellationToken))!;
    }

    public async Task<bool> ConcludeAsync(
        Delivery delivery, VerifiedReceipt receipt, TrustUse? use, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var rows = ReceiptRows.Of(context, delivery, receipt, use, at, node.Name);
        var concluded = await writes.WriteAsync(
            delivery.ApplicationId,
            services => services.GetRequiredService<ReceiptWrites>().StageAsync(delivery, receipt.Accepted, rows, at),
            cancellationToken);
        clocks.Count(concluded.Decided);
        return concluded.Stored;
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
            // What was answered with no receipt waits in the queue again, as if it had not been taken over there.
            .ExecuteUpdateAsync(row => row.SetProperty(noted => noted.LastFault, fault.Code).SetProperty(noted => noted.Handed, false), cancellationToken);
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
                .SetProperty(changed => changed.Handed, true)
                .SetProperty(changed => changed.LeaseOwner, (string?)null)
                .SetProperty(changed => changed.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(changed => changed.LastFault, (string?)null), cancellationToken);

    public Task FetchedAsync(string owner, IReadOnlyCollection<string> deliveries, CancellationToken cancellationToken) =>
        context.Set<Delivery>().Where(row => deliveries.Contains(row.Id) && row.LeaseOwner == owner)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Handed, true), cancellationToken);

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

    private static bool Stage(IServiceProvider services, ReadyStatement statement)
    {
        services.GetRequiredService<StagedStatements>().Add(statement);
        return true;
    }

    internal static CaseEvent EventOf(Delivery delivery, DateTimeOffset at, string what, string? reason) =>
        new() { ApplicationId = delivery.ApplicationId, At = at, Hop = delivery.Department, Event = what, Reason = reason };
}
