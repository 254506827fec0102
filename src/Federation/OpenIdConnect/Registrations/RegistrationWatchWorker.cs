using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>Looks every second, so that a relying party counts, and ceases to, on all nodes at once.</summary>
internal sealed class RegistrationWatchWorker(RegistrationWatch watch, TimeProvider clock, ILogger<RegistrationWatchWorker> logger) : HubWorker
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // Whoever comes right after a restart finds the relying parties that were there before it.
    public override Task StartAsync(CancellationToken cancellationToken) => watch.LookAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await watch.LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.RegistrationsNotRead(logger, fault);
            }
        }
    }
}
