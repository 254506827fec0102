using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage;

namespace CrossBorder.Federation.Alerts;

/// <summary>Looks for conditions every minute: one node at a time, and every node takes over the numbers for its metrics.</summary>
internal sealed class AlertWorker(IServiceScopeFactory scopes, AlertMetrics metrics, TimeProvider clock, ILogger<AlertWorker> logger) : HubWorker
{
    private const string LeaseName = "alerts";
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.LookBroke(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
            if (await scope.ServiceProvider.GetRequiredService<INodeLeases>().TryTakeAsync(LeaseName, Lease, cancellationToken))
                await scope.ServiceProvider.GetRequiredService<AlertEvaluator>().LookAsync(cancellationToken);
        await metrics.TakeAsync(scopes, cancellationToken);
    }
}

/// <summary>Sends what waits to be told.</summary>
internal sealed class AlertSending(AlertSender sender, TimeProvider clock, ILogger<AlertSending> logger) : HubWorker
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sender.SendAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.TellingBroke(logger, fault);
            }
        }
    }
}
