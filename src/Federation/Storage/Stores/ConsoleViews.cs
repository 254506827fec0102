using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.ConsolePages;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class ConsoleViews(HubDbContext context) : IConsoleViews
{
    public async Task<IReadOnlyList<AuditLine>> AuditAsync(string? kind, long? before, int most, CancellationToken cancellationToken) =>
        await context.Set<AuditEntry>().AsNoTracking()
            .Where(entry => (kind == null || entry.Kind == kind) && (before == null || entry.Id < before))
            .OrderByDescending(entry => entry.Id)
            .Take(most)
            .Select(entry => new AuditLine(entry.Id, entry.At, entry.Kind, entry.ActorKind, entry.SubjectReference, entry.Details, entry.Sequence))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<string>> AuditKindsAsync(CancellationToken cancellationToken) =>
        await context.Set<AuditEntry>().Select(entry => entry.Kind).Distinct().OrderBy(kind => kind).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<DeliveryCount>> DeliveriesAsync(CancellationToken cancellationToken)
    {
        var counts = await context.Set<Delivery>()
            .GroupBy(delivery => new { delivery.Department, delivery.Status })
            .Select(group => new { group.Key.Department, group.Key.Status, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return [.. counts.OrderBy(count => count.Department, StringComparer.Ordinal).ThenBy(count => count.Status)
            .Select(count => new DeliveryCount(count.Department, count.Status, count.Count))];
    }

    public async Task<IReadOnlyList<StuckDelivery>> StuckAsync(int most, CancellationToken cancellationToken) =>
        await context.Set<Delivery>().AsNoTracking()
            .Where(delivery => delivery.LastFault != null
                && (delivery.Status == DeliveryStatus.Queued || delivery.Status == DeliveryStatus.Sent || delivery.Status == DeliveryStatus.Quarantined))
            .OrderByDescending(delivery => delivery.Attempts)
            .Take(most)
            .Select(delivery => new StuckDelivery(
                delivery.Id, delivery.Department, delivery.Item, delivery.Status, delivery.Attempts, delivery.DueAt, delivery.LastFault!))
            .ToListAsync(cancellationToken);
}
