using System.Globalization;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Federation.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class Redrives(HubDbContext context, IAuditLog audit, IOptions<DeliveryOptions> options) : IRedrives
{
    // What one statement takes: a queue of any length costs no more memory.
    private const int Batch = 500;

    public async Task<int> GroupAsync(Redrive redrive, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var count = 0;
        while (await TakeAsync(redrive, cancellationToken) is var taken and > 0)
            count += taken;
        if (count > 0)
            await StoreAsync(redrive, count, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    public async Task<Redrive?> OneAsync(string deliveryId, string officer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var found = await context.Set<Delivery>().Where(delivery => delivery.Id == deliveryId && delivery.Status == DeliveryStatus.Queued)
            .Select(delivery => new { delivery.Department, delivery.LastFault, delivery.Attempts }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;

        var redrive = new Redrive { Id = Guid.CreateVersion7(now), Department = found.Department, Cause = found.LastFault, By = officer, At = now };
        await DueAsync([deliveryId], cancellationToken);
        context.Add(new RedriveItem { RedriveId = redrive.Id, DeliveryId = deliveryId, AttemptsBefore = found.Attempts });
        await StoreAsync(redrive, 1, cancellationToken, deliveryId);
        await transaction.CommitAsync(cancellationToken);
        return redrive;
    }

    public async Task<IReadOnlyList<RedriveProgress>> LatestAsync(int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var latest = await context.Set<Redrive>().AsNoTracking().OrderByDescending(redrive => redrive.At).Take(most).ToListAsync(cancellationToken);
        var ids = latest.ConvertAll(redrive => redrive.Id);
        var counts = await context.Set<RedriveItem>().Where(item => ids.Contains(item.RedriveId))
            .Join(context.Set<Delivery>(), item => item.DeliveryId, delivery => delivery.Id, (item, delivery) => new
            {
                item.RedriveId,
                Concluded = delivery.Status != DeliveryStatus.Queued && delivery.Status != DeliveryStatus.Quarantined ? 1 : 0,
                Tried = (delivery.Status != DeliveryStatus.Queued && delivery.Status != DeliveryStatus.Quarantined)
                    || delivery.Attempts > item.AttemptsBefore ? 1 : 0,
                FailedAgain = delivery.Status == DeliveryStatus.Queued && delivery.Attempts > item.AttemptsBefore && delivery.LastFault != null
                    && (delivery.LeasedUntil == null || delivery.LeasedUntil <= now) ? 1 : 0,
            })
            .GroupBy(row => row.RedriveId)
            .Select(group => new
            {
                group.Key, Total = group.Count(), Tried = group.Sum(row => row.Tried), Concluded = group.Sum(row => row.Concluded),
                FailedAgain = group.Sum(row => row.FailedAgain),
            })
            .ToDictionaryAsync(row => row.Key, cancellationToken);
        return [.. from redrive in latest
            let count = counts.GetValueOrDefault(redrive.Id)
            select new RedriveProgress(redrive, count?.Total ?? 0, count?.Tried ?? 0, count?.Concluded ?? 0, count?.FailedAgain ?? 0)];
    }

    /// <summary>Those of before that moment. Their deliveries stay as they are.</summary>
    internal static async Task RemoveAsync(HubDbContext context, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var old = context.Set<Redrive>().Where(redrive => redrive.At < before);
        await context.Set<RedriveItem>().Where(item => old.Any(redrive => redrive.Id == item.RedriveId)).ExecuteDeleteAsync(cancellationToken);
        await old.ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<int> TakeAsync(Redrive redrive, CancellationToken cancellationToken)
    {
        var next = await context.DeadLetters(options.Value, redrive.At)
            .Where(delivery => delivery.Department == redrive.Department && delivery.LastFault == redrive.Cause
                && !context.Set<RedriveItem>().Any(item => item.RedriveId == redrive.Id && item.DeliveryId == delivery.Id))
            .OrderBy(delivery => delivery.QueuedAt).Take(Batch)
            .Select(delivery => new RedriveItem { RedriveId = redrive.Id, DeliveryId = delivery.Id, AttemptsBefore = delivery.Attempts })
            .ToListAsync(cancellationToken);
        await DueAsync(next.ConvertAll(item => item.DeliveryId), cancellationToken);
        context.AddRange(next);
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return next.Count;
    }

    // Due since it was queued: it goes before what was queued later. Id, envelope and attempts stay what they are.
    private async Task DueAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        await context.Set<Delivery>().Where(delivery => ids.Contains(delivery.Id) && delivery.Status == DeliveryStatus.Queued)
            .ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.DueAt, delivery => delivery.QueuedAt), cancellationToken);

    private async Task StoreAsync(Redrive redrive, int count, CancellationToken cancellationToken, string? delivery = null)
    {
        context.Add(redrive);
        audit.Record("delivery.redriven", AuditActors.Officer, delivery ?? redrive.Department, new Dictionary<string, string>
        {
            ["actor"] = redrive.By, ["redrive"] = redrive.Id.ToString("N"), ["department"] = redrive.Department,
            ["cause"] = redrive.Cause ?? "", ["count"] = count.ToString(CultureInfo.InvariantCulture),
        });
        await context.SaveChangesAsync(cancellationToken);
    }
}
