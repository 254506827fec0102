using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class ManagedKeyStore(HubDbContext context) : IManagedKeyStore
{
    // What was decided rests on all keys together: it is stored only where none of them has moved since they were read.
    private long? readAt;

    public async Task<IReadOnlyList<ManagedKey>> AllAsync(CancellationToken cancellationToken) =>
        await context.Set<ManagedKey>().AsNoTracking().OrderBy(key => key.CreatedAt).ThenBy(key => key.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<ManagedKey>> TrackedAsync(CancellationToken cancellationToken)
    {
        readAt = await EpochAsync(cancellationToken);
        return await context.Set<ManagedKey>().OrderBy(key => key.CreatedAt).ThenBy(key => key.Id).ToListAsync(cancellationToken);
    }

    public void Add(ManagedKey key) => context.Add(key);

    public async Task<IReadOnlyList<KeyStep>> StepsAsync(CancellationToken cancellationToken) =>
        await context.Set<KeyStep>().AsNoTracking().OrderByDescending(step => step.ProposedAt).ThenBy(step => step.Id).ToListAsync(cancellationToken);

    public Task<KeyStep?> FindStepAsync(Guid id, CancellationToken cancellationToken) =>
        context.Set<KeyStep>().FirstOrDefaultAsync(step => step.Id == id, cancellationToken);

    public void Add(KeyStep step) => context.Add(step);

    public async Task<Outcome<bool>> SaveAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // The lock on this row makes nodes save one after the other, so that no number stands for two states.
        var raised = await context.Set<KeyEpoch>().Where(epoch => readAt == null || epoch.Number == readAt)
            .ExecuteUpdateAsync(update => update.SetProperty(epoch => epoch.Number, epoch => epoch.Number + 1), cancellationToken);
        if (raised == 0)
            return Raced();
        if (!await context.TrySaveAsync(cancellationToken))
            return Raced();
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public Task<long> EpochAsync(CancellationToken cancellationToken) =>
        context.Set<KeyEpoch>().Where(epoch => epoch.Id == KeyEpoch.TheOne).Select(epoch => epoch.Number).FirstAsync(cancellationToken);

    private Outcome<bool> Raced()
    {
        context.ChangeTracker.Clear();
        return ErrorCatalogue.TrustChangeRaced.With("Another step was stored first; nothing of this one was.");
    }
}
