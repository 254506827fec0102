using CrossBorder.Federation.AssertionGateway.Visits;
using CrossBorder.Federation.Hosting;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace CrossBorder.Federation.Storage.Gateway;

/// <summary>Makes the tables where there are none, and removes what is over: personal data does not outlive its use.</summary>
internal sealed class GatewayDatabase(IServiceScopeFactory scopes, TimeProvider clock, ILogger<GatewayDatabase> logger) : HubWorker
{
    // A visit whose time is up is still told so to the browser that comes back for it.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<GatewayDbContext>().Database.EnsureCreatedAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RemoveAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.SweepFailed(logger, fault);
            }
        }
    }

    internal async Task RemoveAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GatewayDbContext>();
        var now = clock.GetUtcNow();
        var over = now - Kept;
        await context.Set<VisitRow>().Where(row => row.ExpiresAt < over).ExecuteDeleteAsync(cancellationToken);
        await context.Set<UsedMessage>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(now, cancellationToken);
    }
}
