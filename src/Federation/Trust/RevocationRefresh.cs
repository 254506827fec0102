using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust.Revocation;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust;

/// <summary>Keeps revocation lists and responses fresh. The stored ones are in use before the hub listens.</summary>
internal sealed class RevocationRefresh(
    RevocationLists lists, RevocationResponders responders, IOptions<TrustOptions> options, TimeProvider clock, ILogger<RevocationRefresh> logger) : HubWorker
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(15);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await lists.LoadAsync(cancellationToken);
        await responders.LoadAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = options.Value.RefreshEvery;
            try
            {
                // Lists first: by them it is known whether a responder was revoked.
                var listed = await lists.RefreshAsync(stoppingToken);
                // An authority that does not answer is asked again soon: without an answer its partners are refused.
                if ((!await responders.RefreshAsync(stoppingToken) || !listed) && RetryAfter < wait)
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
