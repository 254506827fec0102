using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Applications.Resilience;

/// <summary>Looks at the backlog for the metrics of this node.</summary>
internal sealed class BacklogWatch(IServiceScopeFactory scopes, BacklogMetrics metrics, TimeProvider clock, ILogger<BacklogWatch> logger) : HubWorker
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await metrics.TakeAsync(scopes, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.QueueBroke(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
