using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Archive;

/// <summary>Looks every hour for cases that belong into the archive: one node at a time, some at a time, so that nobody waits behind it.</summary>
internal sealed class ArchiveWorker(
    IServiceScopeFactory scopes, IOptions<ArchiveOptions> options, TimeProvider clock, ILogger<ArchiveWorker> logger) : HubWorker
{
    private const string LeaseName = "archive";
    private const int Batch = 100;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.ArchiveAfterDays == 0)
            return;
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.ArchiveBroke(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Takes all that is due now.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var archive = scope.ServiceProvider.GetRequiredService<ICaseArchive>();
        var leases = scope.ServiceProvider.GetRequiredService<INodeLeases>();
        var taken = Batch;
        while (taken == Batch && await leases.TryTakeAsync(LeaseName, Lease, cancellationToken))
        {
            var now = clock.GetUtcNow();
            taken = await archive.TakeAsync(now.AddDays(-options.Value.ArchiveAfterDays), Batch, now, cancellationToken);
            if (taken > 0)
                Log.Archived(logger, taken);
        }
    }
}
