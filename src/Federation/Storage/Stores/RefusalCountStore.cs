using CrossBorder.Federation.Officers;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class RefusalCountStore(HubDbContext context) : IRefusalCounts
{
    public async Task<(int Count, DateTimeOffset Since)> CountAsync(string kind, string subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // One statement: of two that come at once the second counts on, and each reads the number that is its own.
        var counted = await context.Set<RefusalCount>().FromSql($"""
            INSERT INTO "RefusalCounts" ("Kind", "Subject", "Count", "Told", "Since", "LastAt")
            VALUES ({kind}, {subject}, 1, 0, {context.Stored(now)}, {context.Stored(now)})
            ON CONFLICT ("Kind", "Subject") DO UPDATE SET "Count" = "RefusalCounts"."Count" + 1,
                "LastAt" = CASE WHEN excluded."LastAt" > "RefusalCounts"."LastAt" THEN excluded."LastAt" ELSE "RefusalCounts"."LastAt" END
            RETURNING *
            """).AsNoTracking().ToListAsync(cancellationToken);
        return (counted[0].Count, counted[0].Since);
    }

    public async Task<bool> TellAsync(string kind, string subject, int count, CancellationToken cancellationToken) =>
        await One(kind, subject).Where(row => row.Told < count && (count <= RefusedSignIns.Singly || count >= row.Told * 2))
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Told, count), cancellationToken) > 0;

    public async Task<IReadOnlyList<RefusalCount>> QuietAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        await context.Set<RefusalCount>().Where(row => row.LastAt < before).ToListAsync(cancellationToken);

    public void Remove(RefusalCount count) => context.Remove(count);

    private IQueryable<RefusalCount> One(string kind, string subject) =>
        context.Set<RefusalCount>().Where(row => row.Kind == kind && row.Subject == subject);
}
