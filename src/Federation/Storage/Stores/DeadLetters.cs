using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class DeadLetters(HubDbContext context, IOptions<DeliveryOptions> options) : IDeadLetters
{
    public async Task<IReadOnlyList<DeadLetterGroup>> GroupsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var groups = await context.DeadLetterGroups(options.Value, now).ToListAsync(cancellationToken);
        return [.. groups.OrderBy(group => group.Oldest)];
    }

    public async Task<IReadOnlyList<DeadLetter>> OldestAsync(DeadLetterGroup group, int most, DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.DeadLetters(options.Value, now)
            .Where(delivery => delivery.Department == group.Department && delivery.LastFault == group.Cause)
            .OrderBy(delivery => delivery.QueuedAt).ThenBy(delivery => delivery.Id).Take(most)
            .Select(delivery => new DeadLetter(delivery.Id, delivery.Item, delivery.Attempts, delivery.QueuedAt, delivery.DueAt))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Backlog>> BacklogAsync(CancellationToken cancellationToken) =>
        await context.Backlogs().ToListAsync(cancellationToken);
}

internal static class DeadLetterRows
{
    public static IQueryable<Delivery> DeadLetters(this HubDbContext context, DeliveryOptions options, DateTimeOffset now)
    {
        var (attempts, before) = (options.DeadLetterAfterAttempts, now - options.DeadLetterAfter);
        return context.Set<Delivery>().AsNoTracking()
            .Where(delivery => delivery.Status == DeliveryStatus.Queued
                && (delivery.QueuedAt <= before || (delivery.LastFault != null && delivery.Attempts >= attempts)))
            .Where(delivery => !context.Set<MaintenanceWindow>()
                .Any(window => window.Department == delivery.Department && window.From <= now && window.Until > now));
    }

    /// <summary>Asked by every node again and again: by the index of what waits, however many deliveries were concluded.</summary>
    public static IQueryable<DeadLetterGroup> DeadLetterGroups(this HubDbContext context, DeliveryOptions options, DateTimeOffset now) =>
        context.DeadLetters(options, now)
            .GroupBy(delivery => new { delivery.Department, delivery.LastFault })
            .Select(group => new DeadLetterGroup(
                group.Key.Department,
                group.Key.LastFault,
                group.Count(),
                group.Select(delivery => delivery.ApplicationId).Distinct().Count(),
                group.Min(delivery => delivery.QueuedAt)));

    /// <summary>The same, by that index alone: no delivery is read.</summary>
    public static IQueryable<Backlog> Backlogs(this HubDbContext context) =>
        context.Set<Delivery>().Where(delivery => delivery.Status == DeliveryStatus.Queued)
            .GroupBy(delivery => delivery.Department)
            .Select(group => new Backlog(group.Key, group.Count(), group.Min(delivery => delivery.QueuedAt)));
}
