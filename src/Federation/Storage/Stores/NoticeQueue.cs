using CrossBorder.Federation.Notices;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class NoticeQueue<TNotice>(HubDbContext context) : INoticeQueue<TNotice>
    where TNotice : QueuedNotice
{
    public async Task<IReadOnlyList<TNotice>> LeaseAsync(
        string owner, int count, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // Asked first: a look at an empty queue takes no writer's lock.
        if (!await context.Set<TNotice>().AnyAsync(row => row.Status == NoticeStatus.Waiting && row.DueAt <= now, cancellationToken))
            return [];

        // Of the model, and nobody's input: a table's name can be no parameter.
        var table = context.Model.FindEntityType(typeof(TNotice))!.GetTableName();
        // Two workers that ask at once: PostgreSQL passes by rows that the other one is taking, SQLite has one writer anyway.
        var passing = context.Database.IsNpgsql() ? "FOR UPDATE SKIP LOCKED" : "";
        var sql = $$"""
            UPDATE "{{table}}" SET "LeaseOwner" = {0}, "LeasedUntil" = {1}, "Attempts" = "Attempts" + 1
            WHERE "Id" IN (
                SELECT "Id" FROM "{{table}}"
                WHERE "Status" = 'Waiting' AND "DueAt" <= {2} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {2})
                ORDER BY "DueAt" LIMIT {3} {{passing}})
            RETURNING *
            """;
        return await context.Set<TNotice>().FromSqlRaw(sql, owner, context.Stored(until), context.Stored(now), count)
            .AsNoTracking().ToListAsync(cancellationToken);
    }

    public Task SettleAsync(TNotice notice, NoticeStatus status, string? fault, DateTimeOffset at, CancellationToken cancellationToken) =>
        Mine(notice).ExecuteUpdateAsync(row => row
            .SetProperty(changed => changed.Status, status)
            .SetProperty(changed => changed.SettledAt, at)
            .SetProperty(changed => changed.LastFault, fault)
            .SetProperty(changed => changed.LeaseOwner, (string?)null)
            .SetProperty(changed => changed.LeasedUntil, (DateTimeOffset?)null), cancellationToken);

    public Task PostponeAsync(TNotice notice, string fault, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        Mine(notice).ExecuteUpdateAsync(row => row
            .SetProperty(changed => changed.DueAt, dueAt)
            .SetProperty(changed => changed.LastFault, fault)
            .SetProperty(changed => changed.LeaseOwner, (string?)null)
            .SetProperty(changed => changed.LeasedUntil, (DateTimeOffset?)null), cancellationToken);

    private IQueryable<TNotice> Mine(TNotice notice) => context.Set<TNotice>()
        .Where(row => row.Id == notice.Id && row.Status == NoticeStatus.Waiting && row.LeaseOwner == notice.LeaseOwner);
}
