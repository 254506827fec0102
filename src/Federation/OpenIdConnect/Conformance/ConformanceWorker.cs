using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.OpenIdConnect.Conformance;

/// <summary>Writes the counts down every few seconds, and forgets those of a season ago.</summary>
internal sealed class ConformanceWorker(ConformanceBook book, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ConformanceWorker> logger) : HubWorker
{
    /// <summary>How long a count is kept.</summary>
    public const int DaysKept = 90;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private DateOnly pruned;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryWriteAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A planned stop takes what was counted along.
            await TryWriteAsync(CancellationToken.None);
        }
    }

    private async Task TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<IConformanceCounts>();
            await book.WriteAsync(store, cancellationToken);
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            if (pruned == today)
                return;
            await store.PruneAsync(today.AddDays(-DaysKept), cancellationToken);
            pruned = today;
        }
        // A database that is away comes back; the counts are still in the book.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.CountsNotWritten(logger, fault);
        }
    }
}

internal static partial class Log
{
    [LoggerMessage(2311, LogLevel.Warning, "What was seen of relying parties could not be written down; it is tried again")]
    public static partial void CountsNotWritten(ILogger logger, Exception fault);
}
