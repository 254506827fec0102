using CrossBorder.Federation.OpenIdConnect.Conformance;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class ConformanceStore(HubDbContext context) : IConformanceCounts
{
    public async Task AddAsync(IReadOnlyCollection<ConformanceCount> counts, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // In one order everywhere, so that two nodes with the same rows do not wait for each other.
        foreach (var count in counts.OrderBy(count => count.ClientId, StringComparer.Ordinal).ThenBy(count => count.What, StringComparer.Ordinal).ThenBy(count => count.Day))
        {
            await context.Database.ExecuteSqlAsync($"""
                INSERT INTO "ConformanceCounts" ("ClientId", "What", "Day", "Count", "LastAt")
                VALUES ({count.ClientId}, {count.What}, {count.Day}, {count.Count}, {context.Stored(count.LastAt)})
                ON CONFLICT ("ClientId", "What", "Day") DO UPDATE SET "Count" = "ConformanceCounts"."Count" + excluded."Count",
                    "LastAt" = CASE WHEN excluded."LastAt" > "ConformanceCounts"."LastAt" THEN excluded."LastAt" ELSE "ConformanceCounts"."LastAt" END
                """, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ConformanceCount>> OfAsync(string clientId, DateOnly from, CancellationToken cancellationToken) =>
        await context.Set<ConformanceCount>().AsNoTracking().Where(row => row.ClientId == clientId && row.Day >= from).ToListAsync(cancellationToken);

    public Task PruneAsync(DateOnly before, CancellationToken cancellationToken) =>
        context.Set<ConformanceCount>().Where(row => row.Day < before).ExecuteDeleteAsync(cancellationToken);
}
