using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Feedback;
using CrossBorder.Federation.Audit;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class RatingStore(HubDbContext context, IAuditLog audit) : IRatings
{
    public Task<CaseRating?> FindAsync(string applicationId, CancellationToken cancellationToken) =>
        context.Set<CaseRating>().AsNoTracking().FirstOrDefaultAsync(rating => rating.ApplicationId == applicationId, cancellationToken);

    public async Task<bool> KeepAsync(CaseRating rating, string caseNumber, CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = await context.Set<CaseRating>().FirstOrDefaultAsync(row => row.ApplicationId == rating.ApplicationId, cancellationToken);
            if (known is null)
                context.Add(rating);
            else
                context.Entry(known).CurrentValues.SetValues(rating);
            audit.Record("case.rated", AuditActors.Resident, rating.ApplicationId, new Dictionary<string, string> { ["case"] = caseNumber });
            // Sent twice at once: the second finds the first, and changes it.
            if (await context.TrySaveAsync(cancellationToken))
                return known is null;
        }
    }

    public async Task<IReadOnlyList<DepartmentRating>> ByDepartmentAsync(CancellationToken cancellationToken)
    {
        var worked = context.Set<Delivery>().Where(delivery => delivery.Kind == DeliveryKind.Application)
            .Select(delivery => new { delivery.ApplicationId, delivery.Department }).Distinct();
        var found = await worked
            .Join(context.Set<CaseRating>(), delivery => delivery.ApplicationId, rating => rating.ApplicationId, (delivery, rating) => new { delivery.Department, rating.Stars })
            .GroupBy(row => row.Department)
            .Select(group => new { Department = group.Key, Count = group.Count(), Average = group.Average(row => row.Stars) })
            .ToListAsync(cancellationToken);
        return [.. found.OrderBy(row => row.Department, StringComparer.Ordinal).Select(row => new DepartmentRating(row.Department, row.Count, row.Average))];
    }
}
