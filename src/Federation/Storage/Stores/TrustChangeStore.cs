using System.Linq.Expressions;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class TrustChangeStore(HubDbContext context) : ITrustChanges
{
    private static readonly TrustChangeState[] Open = [TrustChangeState.Proposed, TrustChangeState.Approved, TrustChangeState.InForce];

    public async Task<IReadOnlyList<TrustChange>> AllAsync(CancellationToken cancellationToken) =>
        await context.TrustChanges.AsNoTracking().OrderBy(change => change.ProposedAt).ThenBy(change => change.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<TrustChange>> OpenAsync(CancellationToken cancellationToken) =>
        await Newest(change => Open.Contains(change.State)).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<TrustChange>> ConcludedAsync(int skip, int most, CancellationToken cancellationToken) =>
        await Newest(change => !Open.Contains(change.State)).Skip(skip).Take(most).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<TrustChange>> WaitingAsync(CancellationToken cancellationToken) =>
        await context.TrustChanges
            .Where(change => change.State == TrustChangeState.Approved || (change.State == TrustChangeState.InForce && change.ConfirmBy != null))
            .ToListAsync(cancellationToken);

    public Task<TrustChange?> ReadAsync(Guid id, CancellationToken cancellationToken) =>
        context.TrustChanges.AsNoTracking().FirstOrDefaultAsync(change => change.Id == id, cancellationToken);

    public Task<TrustChange?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        context.TrustChanges.FirstOrDefaultAsync(change => change.Id == id, cancellationToken);

    public async Task<IReadOnlyList<TrustChange>> OfAsync(string fingerprint, CancellationToken cancellationToken) =>
        await context.TrustChanges.AsNoTracking().Where(change => change.Fingerprint == fingerprint).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<TrustCertificate>> CertificatesAsync(CancellationToken cancellationToken) =>
        await context.TrustCertificates.AsNoTracking().OrderBy(certificate => certificate.AddedAt).ToListAsync(cancellationToken);

    public void Add(TrustChange change) => context.Add(change);

    public async Task PutAsync(TrustCertificate certificate, CancellationToken cancellationToken)
    {
        if (await context.TrustCertificates.FirstOrDefaultAsync(row => row.Fingerprint == certificate.Fingerprint, cancellationToken) is { } known)
            context.Entry(known).CurrentValues.SetValues(certificate);
        else
            context.Add(certificate);
    }

    public async Task<Outcome<bool>> SaveAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // The lock on this row makes nodes save one after the other, so that no number stands for two states.
        await context.TrustEpochs.ExecuteUpdateAsync(update => update.SetProperty(epoch => epoch.Number, epoch => epoch.Number + 1), cancellationToken);
        if (!await context.TrySaveAsync(cancellationToken))
            return ErrorCatalogue.TrustChangeRaced.With("Another step, or the same certificate, was stored first; nothing of this one was.");
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private IQueryable<TrustChange> Newest(Expression<Func<TrustChange, bool>> which) =>
        context.TrustChanges.AsNoTracking().Where(which).OrderByDescending(change => change.ProposedAt).ThenByDescending(change => change.Id);

    public Task<long> EpochAsync(CancellationToken cancellationToken) =>
        context.TrustEpochs.Where(epoch => epoch.Id == TrustEpoch.TheOne).Select(epoch => epoch.Number).FirstAsync(cancellationToken);
}
