using CrossBorder.Federation.OpenIdConnect.Logout;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class SignOutStore(HubDbContext context) : ISignOuts
{
    private const int MostShown = 20;

    public async Task<SignOut?> FindAsync(string id, DateTimeOffset since, CancellationToken cancellationToken) =>
        await context.Set<SignOut>().AsNoTracking().Include(row => row.Notices)
            .FirstOrDefaultAsync(row => row.Id == id && row.At >= since, cancellationToken);

    public async Task<IReadOnlyList<SignOut>> ListAsync(string residentId, CancellationToken cancellationToken) =>
        await context.Set<SignOut>().AsNoTracking().Include(row => row.Notices)
            .Where(row => row.ResidentId == residentId).OrderByDescending(row => row.At).Take(MostShown).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<LogoutNotice>> LeaseAsync(
        string owner, int count, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (from, to) = (context.Stored(now), context.Stored(until));
        // Two workers that ask at once: PostgreSQL passes by rows that the other one is taking, SQLite has one writer anyway.
        var sql = context.Database.IsNpgsql()
            ? (FormattableString)$"""
                UPDATE "LogoutNotices" SET "LeaseOwner" = {owner}, "LeasedUntil" = {to}, "Attempts" = "Attempts" + 1
                WHERE "Id" IN (
                    SELECT "Id" FROM "LogoutNotices"
                    WHERE "Status" = 'Waiting' AND "DueAt" <= {from} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {from})
                    ORDER BY "DueAt" LIMIT {count} FOR UPDATE SKIP LOCKED)
                RETURNING *
                """
            : $"""
                UPDATE "LogoutNotices" SET "LeaseOwner" = {owner}, "LeasedUntil" = {to}, "Attempts" = "Attempts" + 1
                WHERE "Id" IN (
                    SELECT "Id" FROM "LogoutNotices"
                    WHERE "Status" = 'Waiting' AND "DueAt" <= {from} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {from})
                    ORDER BY "DueAt" LIMIT {count})
                RETURNING *
                """;
        // Asked first: a look at an empty queue takes no writer's lock.
        return await context.Set<LogoutNotice>().AnyAsync(row => row.Status == NoticeStatus.Waiting && row.DueAt <= now, cancellationToken)
            ? await context.Set<LogoutNotice>().FromSql(sql).AsNoTracking().ToListAsync(cancellationToken)
            : [];
    }

    public Task SettleAsync(LogoutNotice notice, NoticeStatus status, string? fault, DateTimeOffset at, CancellationToken cancellationToken) =>
        Mine(notice).ExecuteUpdateAsync(row => row
            .SetProperty(changed => changed.Status, status)
            .SetProperty(changed => changed.SettledAt, at)
            .SetProperty(changed => changed.LastFault, fault)
            .SetProperty(changed => changed.LeaseOwner, (string?)null)
            .SetProperty(changed => changed.LeasedUntil, (DateTimeOffset?)null), cancellationToken);

    public Task PostponeAsync(LogoutNotice notice, string fault, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        Mine(notice).ExecuteUpdateAsync(row => row
            .SetProperty(changed => changed.DueAt, dueAt)
            .SetProperty(changed => changed.LastFault, fault)
            .SetProperty(changed => changed.LeaseOwner, (string?)null)
            .SetProperty(changed => changed.LeasedUntil, (DateTimeOffset?)null), cancellationToken);

    private IQueryable<LogoutNotice> Mine(LogoutNotice notice) => context.Set<LogoutNotice>()
        .Where(row => row.Id == notice.Id && row.Status == NoticeStatus.Waiting && row.LeaseOwner == notice.LeaseOwner);
}
