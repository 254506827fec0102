using System.Security.Cryptography;
using System.Text;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Resilience;

/// <summary>
/// Puts the windows that the settings plan beside those that operators announce, each once: what an operator ended early stays ended, on every
/// node.
/// </summary>
internal sealed class PlannedMaintenance(
    IServiceScopeFactory scopes, IOptions<PlannedMaintenanceOptions> options, TimeProvider clock, ILogger<PlannedMaintenance> logger) : HubWorker
{
    /// <summary>Who announced them.</summary>
    public const string By = "settings";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await AnnounceAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.QueueBroke(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Announces the next time of each, unless that was done already.</summary>
    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var planned = options.Value.Departments.SelectMany(department => department.Maintenance
            .Select(window => Next(department.Slug, window, now)).OfType<MaintenanceWindow>());
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMaintenanceWindows>().PlanAsync(By, [.. planned], now, cancellationToken);
    }

    private static MaintenanceWindow? Next(string department, PlannedWindow window, DateTimeOffset now) => window.Next(now) is { } next
        ? new MaintenanceWindow
        {
            Id = IdOf(department, next), Department = department, From = next.From, Until = next.Until, Reason = window.Reason.Trim(), By = By,
        }
        : null;

    // The same on every node and after every start.
    private static Guid IdOf(string department, (DateTimeOffset From, DateTimeOffset Until) time) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{department}\n{time.From.UtcTicks}\n{time.Until.UtcTicks}")).AsSpan(0, 16));
}
