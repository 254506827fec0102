using CrossBorder.Federation.Notices;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class NoticeQueue<TNotice>(HubDbContext context) : INoticeQueue<TNotice>
    where TNotice : QueuedNotice
{
    // Where notices name no client, each is told to somebody else.
    private static readonly string Receiver =
        typeof(TNotice).IsAssignableTo(typeof(IToldToClient)) ? nameof(IToldToClient.ClientId) : nameof(QueuedNotice.Id);

    public async Task<IReadOnlyList<DueNotice>> DueAsync(
        int count, IReadOnlyCollection<string> without, DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.Set<TNotice>()
            .Where(row => row.Status == NoticeStatus.Waiting && row.DueAt <= now && (row.LeasedUntil == null || row.LeasedUntil <= now)
                && !without.Contains(EF.Property<string>(row, Receiver)))
            .OrderBy(row => row.DueAt).Take(count)
            .Select(row => new DueNotice(row.Id, EF.Property<string>(row, Receiver))).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<TNotice>> LeaseAsync(
        string owner, IReadOnlyCollection<string> ids, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];

        return await context.Set<TNotice>().FromSqlRaw(LeaseStatement(context, ids.Count), [owner, context.Stored(until), context.Stored(now), .. ids])
            .AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Leases those of so many that still wait. The empty text at the status keeps SQLite from going through all that wait, in place of finding each
    /// by its key.
    /// </summary>
    internal static string LeaseStatement(HubDbContext context, int ids)
    {
        // Of the model, and nobody's input: a table's name can be no parameter.
        var table = context.Model.FindEntityType(typeof(TNotice))!.GetTableName();
        // Two workers that ask at once: PostgreSQL passes by rows that the other one is taking, SQLite has one writer anyway.
        var passing = context.Database.IsNpgsql() ? "FOR UPDATE SKIP LOCKED" : "";
        return $$"""
            UPDATE "{{table}}" SET "LeaseOwner" = {0}, "LeasedUntil" = {1}, "Attempts" = "Attempts" + 1
            WHERE "Id" IN (
                SELECT "Id" FROM "{{table}}"
                WHERE "Id" IN ({{string.Join(", ", Enumerable.Range(3, ids).Select(place => $"{{{place}}}"))}})
                    AND "Status" || '' = 'Waiting' AND "DueAt" <= {2} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {2}) {{passing}})
            RETURNING *
            """;
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
