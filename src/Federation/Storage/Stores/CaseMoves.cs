using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>The two statements between which whoever moves a delivery works.</summary>
internal static class CaseMoves
{
    /// <summary>Takes the case's row: two departments that answer at once queue up here, so that the second sees what the first did.</summary>
    public static Task TakeCaseAsync(this HubDbContext context, string applicationId, CancellationToken cancellationToken) =>
        context.Set<Application>().Where(row => row.Id == applicationId)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Revision, changed => changed.Revision + 1), cancellationToken);

    /// <summary>Gives the case the status that follows from its deliveries. What was taken back stays so.</summary>
    public static async Task MoveCaseAsync(this HubDbContext context, string applicationId, CancellationToken cancellationToken)
    {
        var deliveries = await context.Set<Delivery>()
            .Where(row => row.ApplicationId == applicationId && row.Kind == DeliveryKind.Application)
            .Select(row => new { row.Id, row.Status, row.Told, row.ForwardedFrom }).ToListAsync(cancellationToken);
        var origins = deliveries.Select(row => row.ForwardedFrom).ToHashSet();
        var status = ApplicationStatuses.Of([.. deliveries.Select(row => new DeliveryStanding(row.Status, row.Told, origins.Contains(row.Id)))]);
        await context.Set<Application>()
            .Where(row => row.Id == applicationId && row.Status != ApplicationStatus.Withdrawn)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Status, status), cancellationToken);
    }
}
