using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Audit;

/// <summary>Links in the background, on every node; the database lets one of them at a time.</summary>
internal sealed class AuditLinking(
    AuditLinker linker, CheckpointSigner signer, IOptions<AuditOptions> options, TimeProvider clock, ILogger<AuditLinking> logger) : HubWorker
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (signer.Keys.Count == 0)
            Log.NoCheckpointKey(logger);

        using var timer = new PeriodicTimer(options.Value.LinkEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await linker.LinkAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // A database that is away comes back; the entries are still in it.
                Log.LinkingBroke(logger, fault);
            }
        }
    }
}
