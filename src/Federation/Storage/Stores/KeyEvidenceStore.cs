using CrossBorder.Federation.Trust.Keys;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class KeyEvidenceStore(HubDbContext context) : IKeyEvidence
{
    public async Task<IReadOnlyList<KeyEvidence>> AllAsync(CancellationToken cancellationToken) =>
        await context.Set<KeyEvidence>().AsNoTracking().ToListAsync(cancellationToken);

    public async Task KeepAsync(IReadOnlyCollection<KeyEvidence> seen, CancellationToken cancellationToken)
    {
        foreach (var entry in seen)
        {
            if (await TouchAsync(entry, cancellationToken))
                continue;

            context.Add(entry);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
            }
            // Another node saw the same a moment ago.
            catch (DbUpdateException fault) when (UniqueKey.IsViolated(fault))
            {
                await TouchAsync(entry, cancellationToken);
            }
            finally
            {
                context.Entry(entry).State = EntityState.Detached;
            }
        }
    }

    private async Task<bool> TouchAsync(KeyEvidence entry, CancellationToken cancellationToken) =>
        await context.Set<KeyEvidence>()
            .Where(row => row.ClientId == entry.ClientId && row.KeyId == entry.KeyId && row.Kind == entry.Kind)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.LastAt, entry.LastAt), cancellationToken) > 0;
}
