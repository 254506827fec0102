using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Proactive;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class ProactiveStore(HubDbContext context, IConsents consents, Recipients recipients) : IProactiveStore
{
    private static readonly string[] Scopes = [HubScopes.Offers];

    public Task<ProactiveWatch?> FindAsync(string residentId, CancellationToken cancellationToken) =>
        Agreed().FirstOrDefaultAsync(row => row.ResidentId == residentId, cancellationToken);

    public async Task StartAsync(
        string residentId, Recipient recipient, ConsentNotice notice, Func<string, ProactiveWatch> watch, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // What an earlier purpose left behind.
        await context.Set<ProactiveWatch>().Where(row => row.ResidentId == residentId).ExecuteDeleteAsync(cancellationToken);
        await context.Set<ProactiveOffer>().Where(row => row.ResidentId == residentId).ExecuteDeleteAsync(cancellationToken);
        context.Add(watch(consents.Give(residentId, recipient, Scopes, notice).Id));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task<List<ProactiveOffer>> OffersAsync(string residentId, CancellationToken cancellationToken) =>
        context.Set<ProactiveOffer>().Where(row => row.ResidentId == residentId).OrderBy(row => row.FoundAt).ThenBy(row => row.Item).ToListAsync(cancellationToken);

    public async Task<bool> SaveAsync(
        ProactiveWatch watch, IEnumerable<ProactiveOffer> found, IEnumerable<ProactiveOffer> gone, CancellationToken cancellationToken)
    {
        watch.Revision++;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            // Before the new ones: of one item there is one offer.
            context.RemoveRange(gone);
            await context.SaveChangesAsync(cancellationToken);
            context.AddRange(found);
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            context.ChangeTracker.Clear();
            return false;
        }
    }

    public async Task<bool> DismissAsync(string residentId, string offerId, DateTimeOffset at, CancellationToken cancellationToken) =>
        await context.Set<ProactiveOffer>().Where(row => row.ResidentId == residentId && row.Id == offerId)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.DismissedAt, at), cancellationToken) > 0;

    public Task TellAsync(string residentId, DateTimeOffset at, CancellationToken cancellationToken) =>
        context.Set<ProactiveOffer>().Where(row => row.ResidentId == residentId && row.ToldAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.ToldAt, at), cancellationToken);

    public async Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, DateTimeOffset seenSince, int most, CancellationToken cancellationToken) =>
        await Agreed().Where(row => row.LooksAt <= now && row.SeenAt >= seenSince)
            .OrderBy(row => row.LooksAt).ThenBy(row => row.ResidentId).Take(most).Select(row => row.ResidentId).ToListAsync(cancellationToken);

    public Task PostponeAsync(string residentId, DateTimeOffset looksAt, CancellationToken cancellationToken) =>
        context.Set<ProactiveWatch>().Where(row => row.ResidentId == residentId)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.LooksAt, looksAt), cancellationToken);

    private IQueryable<ProactiveWatch> Agreed()
    {
        var purpose = recipients.Find(HubPortal.OffersId).Value.PurposeKey;
        return context.Set<ProactiveWatch>().Where(row => context.Set<Consent>().Any(
            consent => consent.Id == row.ConsentId && consent.WithdrawnAt == null && consent.PurposeKey == purpose));
    }
}
