using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Accounts.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class ReviewStore(HubDbContext context) : IReviews
{
    public async Task<IReadOnlyList<ReviewLine>> ListAsync(int most, CancellationToken cancellationToken)
    {
        var waiting = await Lines(context.Set<ReviewItem>()
            .Where(item => item.Status == ReviewStates.Open || item.Status == ReviewStates.Documents)
            .OrderBy(item => item.CreatedAt).ThenBy(item => item.Id).Take(most)).ToListAsync(cancellationToken);
        var decided = await Lines(context.Set<ReviewItem>()
            .Where(item => item.Status != ReviewStates.Open && item.Status != ReviewStates.Documents)
            .OrderByDescending(item => item.CreatedAt).ThenBy(item => item.Id).Take(most)).ToListAsync(cancellationToken);
        return [.. waiting, .. decided];
    }

    public Task<ReviewLine?> LineAsync(string id, CancellationToken cancellationToken) =>
        Lines(context.Set<ReviewItem>().Where(item => item.Id == id)).FirstOrDefaultAsync(cancellationToken);

    public Task<ReviewItem?> FindAsync(string id, CancellationToken cancellationToken) =>
        context.Set<ReviewItem>().FirstOrDefaultAsync(item => item.Id == id, cancellationToken);

    public Task<bool> IsHeldAsync(string accountHash, string home, string subjectHash, CancellationToken cancellationToken) =>
        context.Set<HomeLink>().AnyAsync(link => link.AccountHash == accountHash && link.Home == home && link.SubjectHash != subjectHash, cancellationToken);

    public Task<bool> SaveAsync(CancellationToken cancellationToken) => context.TrySaveAsync(cancellationToken);

    private static IQueryable<ReviewLine> Lines(IQueryable<ReviewItem> items) => items.Select(item =>
        new ReviewLine(item.Id, item.CreatedAt, item.Cause, item.CandidateCount, item.Status, item.DecidedAt));
}
