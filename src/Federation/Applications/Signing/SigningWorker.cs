using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Applications.Signing;

/// <summary>Looks every two seconds at what residents are signing: several at a time, so that a home that does not answer keeps nobody else waiting.</summary>
internal sealed class SigningWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SigningWorker> logger)
    : WatchWorker(TimeSpan.FromSeconds(2), clock)
{
    private const int Batch = 100, AtOnce = 8;
    private readonly TimeProvider clock = clock;

    protected override async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<IApplicationSignings>().DueAsync(clock.GetUtcNow(), Batch, cancellationToken);
        await Parallel.ForEachAsync(
            due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (id, stop) => await FileAsync(id, stop));
    }

    protected override void Broke(Exception fault) => Log.SigningsBroke(logger, fault);

    private async Task FileAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FileSigned>().RunAsync(id, cancellationToken);
        }
        // It is due again in a moment; the others are not to wait for it.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Broke(fault);
        }
    }
}
