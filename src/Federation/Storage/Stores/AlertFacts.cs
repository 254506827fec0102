using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class AlertFacts(HubDbContext context) : IAlertFacts
{
    public async Task<DateTimeOffset?> OldestUnlinkedAsync(CancellationToken cancellationToken) =>
        await context.AuditEntries.Where(entry => entry.Sequence == null).OrderBy(entry => entry.Id)
            .Select(entry => (DateTimeOffset?)entry.At).FirstOrDefaultAsync(cancellationToken);

    public async Task<DateTimeOffset?> WrittenAtAsync(long sequence, CancellationToken cancellationToken) =>
        await context.AuditEntries.Where(entry => entry.Sequence == sequence).Select(entry => (DateTimeOffset?)entry.At).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<(string Department, int Count)>> StuckAsync(
        int attempts, DateTimeOffset dueBefore, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stuck = await context.Set<Delivery>()
            .Where(delivery => delivery.Status == DeliveryStatus.Quarantined
                || (delivery.Status == DeliveryStatus.Queued && ((delivery.Attempts >= attempts && delivery.LastFault != null) || delivery.DueAt < dueBefore)))
            .Where(delivery => delivery.Status == DeliveryStatus.Quarantined || !context.Set<MaintenanceWindow>()
                .Any(window => window.Department == delivery.Department && window.From <= now && window.Until > now))
            .GroupBy(delivery => delivery.Department).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return [.. stuck.OrderBy(department => department.Key, StringComparer.Ordinal).Select(department => (department.Key, department.Count))];
    }
}
