using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Benchmarks.Load;

/// <summary>Looks into the queue from beside, seldom enough not to be part of the load.</summary>
internal sealed class DeliveryCount(IServiceProvider hub)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    public Task<int> AcceptedAsync(CancellationToken cancellationToken) =>
        CountAsync([DeliveryStatus.Accepted], cancellationToken);

    public async Task AwaitNoneOpenAsync(CancellationToken cancellationToken)
    {
        while (await CountAsync([DeliveryStatus.Queued, DeliveryStatus.Sent], cancellationToken) > 0)
            await Task.Delay(Interval, TimeProvider.System, cancellationToken);
    }

    private async Task<int> CountAsync(DeliveryStatus[] statuses, CancellationToken cancellationToken)
    {
        await using var scope = hub.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<Delivery>()
            .CountAsync(delivery => statuses.Contains(delivery.Status), cancellationToken);
    }
}
