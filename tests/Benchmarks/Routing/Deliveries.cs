using CrossBorder.Benchmarks.Load;
using CrossBorder.Federation.Applications.Delivery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrossBorder.Benchmarks.Routing;

/// <summary>The hub's own worker, held back and let go.</summary>
internal sealed class Deliveries(IServiceProvider hub)
{
    private readonly DeliveryWorker worker = hub.GetServices<IHostedService>().OfType<DeliveryWorker>().Single();
    private readonly DeliveryCount count = new(hub);
    private bool stopped;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!stopped)
            await worker.StopAsync(cancellationToken);
        stopped = true;
    }

    /// <summary>Lets it work until nothing waits.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        if (stopped)
            await worker.StartedAsync(cancellationToken);
        stopped = false;
        await count.AwaitNoneOpenAsync(cancellationToken);
    }
}
