using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust;

/// <summary>Keeps the revocation lists fresh. The stored ones are in use before the hub listens.</summary>
internal sealed class RevocationRefresh(
    RevocationLists lists, IOptions<TrustOptions> options, TimeProvider clock, ILogger<RevocationRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(15);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await lists.LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = options.Value.RefreshEvery;
            try
            {
                // An authority that does not answer is asked again soon: without a list its partners are refused.
                if (!await lists.RefreshAsync(stoppingToken) && RetryAfter < wait)
                    wait = RetryAfter;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.RefreshFailed(logger, fault);
                wait = RetryAfter;
            }

            await Task.Delay(wait, clock, stoppingToken);
        }
    }
}
