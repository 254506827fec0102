namespace CrossBorder.Federation.Hosting;

/// <summary>
/// Looks at fixed times, on every node, as long as the hub runs. A look that breaks is told and followed by the next: a database that is away
/// comes back.
/// </summary>
/// <param name="every">How often it is looked.</param>
internal abstract class WatchWorker(TimeSpan every, TimeProvider clock) : HubWorker
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await BeforeAsync(stoppingToken);
        using var timer = new PeriodicTimer(every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Broke(fault);
            }
        }
    }

    /// <summary>What comes once, before the first look.</summary>
    protected virtual Task BeforeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected abstract Task LookAsync(CancellationToken cancellationToken);

    /// <summary>Tells the operator that a look broke.</summary>
    protected abstract void Broke(Exception fault);
}
