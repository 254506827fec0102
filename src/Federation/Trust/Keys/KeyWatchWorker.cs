using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>Looks every second, so that all nodes sign with the same key and a revoked one is refused everywhere within about a second.</summary>
internal sealed class KeyWatchWorker(KeyWatch watch, KeyRing ring, IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeyWatchWorker> logger)
    : WatchWorker(TimeSpan.FromSeconds(1), clock)
{
    private const int Attempts = 5;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await AdoptAsync(cancellationToken);
        await watch.TakeAsync(cancellationToken);
        // At the start a wrong secret is a fault that somebody is there to mend; later it is told in the log, and the node goes on with the keys that it has.
        if (ring.All.FirstOrDefault(key => key.Signer is null && key.Origin == KeyOrigin.Database) is { } unread)
            throw new StartRefusedException(ErrorCatalogue.KeySecretWrong.With($"Key {unread.Id} of the database does not open with KeyRotation:KeyFile.").ToString());
    }

    protected override Task LookAsync(CancellationToken cancellationToken) => watch.LookAsync(cancellationToken);

    protected override void Broke(Exception fault) => Log.KeysNotRead(logger, fault);

    private async Task AdoptAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<KeyAdoption>().TryAdoptAsync(cancellationToken))
                return;
        }

        throw new InvalidOperationException("Other nodes were faster each time the keys of the settings were to be stored.");
    }
}
