using CrossBorder.Federation.Trust;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class RevocationListStore(HubDbContext context) : IRevocationLists
{
    public async Task<IReadOnlyList<RevocationListRow>> AllAsync(CancellationToken cancellationToken) =>
        await context.RevocationLists.AsNoTracking().ToListAsync(cancellationToken);

    public async Task KeepAsync(RevocationListRow row, CancellationToken cancellationToken)
    {
        // One statement: another node may keep the same list at this moment, and a replayed older list must not win.
        var changed = await context.RevocationLists
            .Where(kept => kept.Name == row.Name && kept.ThisUpdate <= row.ThisUpdate)
            .ExecuteUpdateAsync(update => update
                .SetProperty(kept => kept.Encoded, row.Encoded)
                .SetProperty(kept => kept.ThisUpdate, row.ThisUpdate)
                .SetProperty(kept => kept.NextUpdate, row.NextUpdate)
                .SetProperty(kept => kept.FetchedAt, row.FetchedAt), cancellationToken);
        if (changed > 0 || await context.RevocationLists.AnyAsync(kept => kept.Name == row.Name, cancellationToken))
            return;

        context.Add(row);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (UniqueKey.IsViolated(fault))
        {
            context.ChangeTracker.Clear();
        }
    }
}
