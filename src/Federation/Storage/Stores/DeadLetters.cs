using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class DeadLetters(HubDbContext context, IOptions<DeliveryOptions> options) : IDeadLetters
{
    public async Task<IReadOnlyList<DeadLetterGroup>> GroupsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var groups = await context.DeadLetters(options.Value, now)
            .GroupBy(delivery => new { delivery.Department, delivery.LastFault })
            .Select(group => new
            {
                group.Key.Department,
                group.Key.LastFault,
                Count = group.Count(),
                Cases = group.Select(delivery => delivery.ApplicationId).Distinct().Count(),
                Oldest = group.Min(delivery => delivery.QueuedAt),
            })
            .ToListAsync(cancellationToken);
        return [.. groups.OrderBy(group => group.Oldest)
            .Select(group => new DeadLetterGroup(group.Department, group.LastFault, group.Count, group.Cases, group.Oldest))];
    }

    public async Task<IReadOnlyList<DeadLetter>> OldestAsync(DeadLetterGroup group, int most, DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.DeadLetters(options.Value, now)
            .Where(delivery => delivery.Department == group.Department && delivery.LastFault == group.Cause)
            .OrderBy(delivery => delivery.QueuedAt).ThenBy(delivery => delivery.Id).Take(most)
            .Select(delivery => new DeadLetter(delivery.Id, delivery.Item, delivery.Attempts, delivery.QueuedAt, delivery.DueAt))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Backlog>> BacklogAsync(CancellationToken cancellationToken) =>
        (await context.Set<Delivery>().Where(delivery => delivery.Status == DeliveryStatus.Queued)
            .GroupBy(delivery => delivery.Department)
            .Select(group => new { group.Key, Count = group.Count(), Oldest = group.Min(delivery => delivery.QueuedAt) })
            .ToListAsync(cancellationToken))
        .ConvertAll(group => new Backlog(group.Key, group.Count, group.Oldest));
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
}
