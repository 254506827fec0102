using CrossBorder.Federation.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class AccountStore(HubDbContext context) : IAccounts
{
    public Task<HomeLink?> FindLinkAsync(string subjectHash, CancellationToken cancellationToken) =>
        context.Set<HomeLink>().AsNoTracking().FirstOrDefaultAsync(link => link.SubjectHash == subjectHash, cancellationToken);

    public Task<string?> FindResidentAsync(string accountHash, CancellationToken cancellationToken) =>
        context.Set<HomeLink>().Where(link => link.AccountHash == accountHash)
            .OrderBy(link => link.CreatedAt).Select(link => link.ResidentId).FirstOrDefaultAsync(cancellationToken);

    public Task<ReviewItem?> FindReviewAsync(string subjectHash, CancellationToken cancellationToken) =>
        context.Set<ReviewItem>().Where(review => review.SubjectHash == subjectHash)
            .OrderByDescending(review => review.CreatedAt).FirstOrDefaultAsync(cancellationToken);

    public void Add(Resident resident) => context.Add(resident);

    public void Add(HomeLink link) => context.Add(link);

    public void Add(LinkDecision decision) => context.Add(decision);

    public void Add(ReviewItem review) => context.Add(review);
}
