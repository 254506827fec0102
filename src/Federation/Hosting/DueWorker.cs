using CrossBorder.Federation.Storage;

namespace CrossBorder.Federation.Hosting;

/// <summary>
/// Looks at fixed times for what is due, one node at a time, and takes each thing on its own: one that breaks is neither a reason for those
/// behind it to wait nor stored with the next.
/// </summary>
/// <param name="lease">Name of the lease that one node works under.</param>
/// <param name="every">How often it is looked.</param>
internal abstract class DueWorker<TDue>(string lease, TimeSpan every, IServiceScopeFactory scopes, TimeProvider clock) : HubWorker
{
    public const int Batch = 200;

    // A node that dies is followed by another one not long after.
    private const int LeaseRounds = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            // A database that is away comes back; what is due is still in it.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Broke(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var leases = scope.ServiceProvider.GetRequiredService<INodeLeases>();
        // The lease spares work; that nothing is done twice rests on the transaction of each.
        while (await leases.TryTakeAsync(lease, every * LeaseRounds, cancellationToken) && await TakeDueAsync(scope.ServiceProvider, cancellationToken))
            cancellationToken.ThrowIfCancellationRequested();
        await AfterAsync(scope.ServiceProvider, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>The next that are due, in the order of their turn. What was taken without a fault is due no more.</summary>
    protected abstract Task<IReadOnlyList<TDue>> DueAsync(IServiceProvider services, DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>Does what is due for one, in a scope of its own.</summary>
    protected abstract Task TakeAsync(IServiceProvider services, TDue due, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Tells the operator that one, or the look itself, broke.</summary>
    protected abstract void Broke(Exception fault);

    /// <summary>What every node does after each look, whoever held the lease.</summary>
    protected virtual Task AfterAsync(IServiceProvider services, DateTimeOffset now, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>False where nothing is left, or nothing but what breaks.</summary>
    private async Task<bool> TakeDueAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await DueAsync(services, now, Batch, cancellationToken);
        var broken = 0;
        foreach (var one in due)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await TakeAsync(scope.ServiceProvider, one, now, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                broken++;
                Broke(fault);
            }
        }

        return due.Count == Batch && broken < Batch;
    }
}
