using System.Text.Json;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Officers;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class ConsoleViews(HubDbContext context) : IConsoleViews
{
    public async Task<IReadOnlyList<AuditLine>> AuditAsync(AuditFilter filter, long? before, int most, CancellationToken cancellationToken) =>
        await (await ChosenAsync(filter, cancellationToken))
            .Where(entry => before == null || entry.Id < before)
            .OrderByDescending(entry => entry.Id)
            .Take(most)
            .Select(entry => new AuditLine(entry.Id, entry.At, entry.Kind, entry.ActorKind, entry.SubjectReference, entry.Details, entry.Sequence))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlySet<long>> AuditPlacesAsync(AuditFilter filter, CancellationToken cancellationToken) =>
        await (await ChosenAsync(filter, cancellationToken)).Where(entry => entry.Sequence != null)
            .Select(entry => entry.Sequence!.Value).ToHashSetAsync(cancellationToken);

    // Some dozens of kinds among millions of entries: from one to the next by the index, where DISTINCT would read all of it.
    public async Task<IReadOnlyList<string>> AuditKindsAsync(CancellationToken cancellationToken) =>
        await context.Database.SqlQueryRaw<string>(
            """
            WITH RECURSIVE kinds(kind) AS (
              SELECT MIN("Kind") FROM "AuditEntries"
              UNION ALL
              SELECT (SELECT MIN("Kind") FROM "AuditEntries" WHERE "Kind" > kinds.kind) FROM kinds WHERE kinds.kind IS NOT NULL
            )
            SELECT kind AS "Value" FROM kinds WHERE kind IS NOT NULL
            """).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<DeliveryCount>> DeliveriesAsync(CancellationToken cancellationToken)
    {
        var counts = await context.Set<Delivery>()
            .GroupBy(delivery => new
            {
                delivery.Department,
                Status = delivery.Status == DeliveryStatus.Queued && delivery.Handed ? DeliveryStatus.Sent : delivery.Status,
            })
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

    private async Task<IQueryable<AuditEntry>> ChosenAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        var entries = context.Set<AuditEntry>().AsNoTracking();
        if (filter.Kind is { } kind)
            entries = entries.Where(entry => entry.Kind == kind);
        if (filter.Subject is { } subject)
            entries = entries.Where(entry => entry.SubjectReference == subject);
        if (filter.From is { } from)
            entries = entries.Where(entry => entry.At >= from);
        if (filter.To is { } to)
            entries = entries.Where(entry => entry.At < to);
        if (filter.Actor is not { } actor)
            return entries;

        // An officer is named in details by name or by id; of what they did to their own account they are the subject.
        var normalized = actor.ToUpperInvariant();
        var officer = await context.Set<Officer>().Where(row => row.NormalizedUserName == normalized).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken) ?? actor;
        var (byName, byId) = (Quoted(actor), Quoted(officer));
        return entries.Where(entry => entry.ActorKind == actor
            || entry.Details.Contains(byName) || entry.Details.Contains(byId)
            || (entry.Kind.StartsWith("officer.") && entry.SubjectReference == officer));
    }

    // As it stands in the column: a value, never the beginning of one.
    private static string Quoted(string value) => ":" + JsonSerializer.Serialize(value);
}
