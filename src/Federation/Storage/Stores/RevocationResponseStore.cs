using CrossBorder.Federation.Trust.Revocation;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class RevocationResponseStore(HubDbContext context) : IRevocationResponses
{
    private DbSet<RevocationResponseRow> Rows => context.Set<RevocationResponseRow>();

    public async Task<IReadOnlyList<ResponseMark>> MarksAsync(CancellationToken cancellationToken) =>
        await Rows.Select(row => new ResponseMark(row.Responder, row.Fingerprint, row.ThisUpdate, row.FetchedAt, row.NeededAt)).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<RevocationResponseRow>> FindAsync(
        string responder, IReadOnlyCollection<string> fingerprints, CancellationToken cancellationToken) =>
        await Rows.AsNoTracking().Where(row => row.Responder == responder && fingerprints.Contains(row.Fingerprint)).ToListAsync(cancellationToken);

    public async Task KeepAsync(RevocationResponseRow row, CancellationToken cancellationToken)
    {
        var same = Rows.Where(kept => kept.Responder == row.Responder && kept.Fingerprint == row.Fingerprint);
        // One statement: another node may keep its own at this moment, and a replayed older response must not win.
        var changed = await same.Where(kept => kept.ThisUpdate <= row.ThisUpdate).ExecuteUpdateAsync(update => update
            .SetProperty(kept => kept.Encoded, row.Encoded)
            .SetProperty(kept => kept.ThisUpdate, row.ThisUpdate)
            .SetProperty(kept => kept.NextUpdate, row.NextUpdate)
            .SetProperty(kept => kept.FetchedAt, row.FetchedAt)
            .SetProperty(kept => kept.NeededAt, row.NeededAt), cancellationToken);
        if (changed > 0 || await same.AnyAsync(cancellationToken))
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

    public Task RemoveAsync(DateTimeOffset neededBefore, CancellationToken cancellationToken) =>
        Rows.Where(row => row.NeededAt < neededBefore).ExecuteDeleteAsync(cancellationToken);
}
