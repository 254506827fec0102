using CrossBorder.Federation.OpenIdConnect.Conformance;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class ConformanceStore(HubDbContext context) : IConformanceCounts
{
    public async Task AddAsync(ConformanceCount count, CancellationToken cancellationToken)
    {
        if (await RaiseAsync(count, cancellationToken))
            return;

        context.Add(count);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        // Another node made the row a moment ago.
        catch (DbUpdateException fault) when (UniqueKey.IsViolated(fault))
        {
            context.Entry(count).State = EntityState.Detached;
            await RaiseAsync(count, cancellationToken);
        }
        finally
        {
            context.Entry(count).State = EntityState.Detached;
        }
    }

    public async Task<IReadOnlyList<ConformanceCount>> OfAsync(string clientId, DateOnly from, CancellationToken cancellationToken) =>
        await context.Set<ConformanceCount>().AsNoTracking().Where(row => row.ClientId == clientId && row.Day >= from).ToListAsync(cancellationToken);

    public Task PruneAsync(DateOnly before, CancellationToken cancellationToken) =>
        context.Set<ConformanceCount>().Where(row => row.Day < before).ExecuteDeleteAsync(cancellationToken);

    private async Task<bool> RaiseAsync(ConformanceCount count, CancellationToken cancellationToken) =>
        await context.Set<ConformanceCount>().Where(row => row.ClientId == count.ClientId && row.What == count.What && row.Day == count.Day)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Count, row => row.Count + count.Count).SetProperty(row => row.LastAt, count.LastAt), cancellationToken) > 0;
}
