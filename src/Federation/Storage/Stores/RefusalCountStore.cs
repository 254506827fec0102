using CrossBorder.Federation.Officers;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class RefusalCountStore(HubDbContext context) : IRefusalCounts
{
    public async Task<(int Count, DateTimeOffset Since)> CountAsync(string kind, string subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await RaiseAsync(kind, subject, now, cancellationToken))
        {
            var row = new RefusalCount { Kind = kind, Subject = subject, Count = 1, Told = 0, Since = now, LastAt = now };
            context.Add(row);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return (1, now);
            }
            // Somebody else made the row a moment ago.
            catch (DbUpdateException fault) when (UniqueKey.IsViolated(fault))
            {
                context.Entry(row).State = EntityState.Detached;
                await RaiseAsync(kind, subject, now, cancellationToken);
            }
            finally
            {
                context.Entry(row).State = EntityState.Detached;
            }
        }

        var known = await One(kind, subject).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return known is null ? (1, now) : (known.Count, known.Since);
    }

    public async Task<bool> TellAsync(string kind, string subject, int count, CancellationToken cancellationToken) =>
        await One(kind, subject).Where(row => row.Told < count && (count <= RefusedSignIns.Singly || count >= row.Told * 2))
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Told, count), cancellationToken) > 0;

    public async Task<IReadOnlyList<RefusalCount>> QuietAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        await context.Set<RefusalCount>().Where(row => row.LastAt < before).ToListAsync(cancellationToken);

    public void Remove(RefusalCount count) => context.Remove(count);

    private IQueryable<RefusalCount> One(string kind, string subject) =>
        context.Set<RefusalCount>().Where(row => row.Kind == kind && row.Subject == subject);

    private async Task<bool> RaiseAsync(string kind, string subject, DateTimeOffset now, CancellationToken cancellationToken) =>
        await One(kind, subject).ExecuteUpdateAsync(update => update
            .SetProperty(row => row.Count, row => row.Count + 1).SetProperty(row => row.LastAt, now), cancellationToken) > 0;
}
