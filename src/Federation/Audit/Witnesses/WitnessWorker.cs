using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Audit.Witnesses;

/// <summary>Looks for checkpoints that a witness has not got yet.</summary>
internal sealed class WitnessWorker(WitnessDesk desk, TimeProvider clock, ILogger<WitnessWorker> logger) : HubWorker
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!desk.IsNeeded)
            return;

        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await desk.HandOverAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.WitnessingBroke(logger, fault);
            }
        }
    }
}
