using CrossBorder.Federation.Applications;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal static class WholeCases
{
    /// <summary>With deliveries, their receipts, clocks and events, and the timeline.</summary>
    public static IQueryable<Application> WithAllOfIt(this IQueryable<Application> cases) => cases.AsNoTracking().AsSplitQuery()
        .Include(application => application.Deliveries).ThenInclude(delivery => delivery.Receipt)
        .Include(application => application.Deliveries).ThenInclude(delivery => delivery.Clock)
        .Include(application => application.Deliveries).ThenInclude(delivery => delivery.Events)
        .Include(application => application.Deferred)
        .Include(application => application.Events);
}
