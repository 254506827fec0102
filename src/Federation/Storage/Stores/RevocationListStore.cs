using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Revocation;
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

    public async Task<IReadOnlyList<RevocationFetch>> FetchesAsync(CancellationToken cancellationToken) =>
        await context.Set<RevocationFetch>().AsNoTracking().ToListAsync(cancellationToken);

    public async Task NoteAsync(string name, DateTimeOffset at, string? code, string? detail, CancellationToken cancellationToken)
    {
        var told = detail is { Length: > RevocationFetch.LongestDetail } ? detail[..RevocationFetch.LongestDetail] : detail;
        var changed = await context.Set<RevocationFetch>().Where(fetch => fetch.Name == name).ExecuteUpdateAsync(update => update
            .SetProperty(fetch => fetch.TriedAt, at)
            .SetProperty(fetch => fetch.SucceededAt, fetch => code == null ? at : fetch.SucceededAt)
            .SetProperty(fetch => fetch.Failures, fetch => code == null ? 0 : fetch.Failures + 1)
            .SetProperty(fetch => fetch.FaultCode, code)
            .SetProperty(fetch => fetch.FaultDetail, told), cancellationToken);
        if (changed > 0)
            return;

        context.Add(new RevocationFetch
        {
            Name = name, TriedAt = at, SucceededAt = code is null ? at : null, Failures = code is null ? 0 : 1, FaultCode = code, FaultDetail = told,
        });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        // Another node noted its first fetch at the same moment.
        catch (DbUpdateException fault) when (UniqueKey.IsViolated(fault))
        {
            context.ChangeTracker.Clear();
        }
    }

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);
}
