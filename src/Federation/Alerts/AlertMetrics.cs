using System.Diagnostics.Metrics;
using CrossBorder.Federation.Trust.Inventory;

namespace CrossBorder.Federation.Alerts;

/// <summary>Open alerts, and how long certificates last: the same on every node, as of its last look.</summary>
internal sealed class AlertMetrics : IDisposable
{
    public const string MeterName = "CrossBorder.Alerts";

    private readonly Meter meter;
    private readonly TimeProvider clock;
    private volatile IReadOnlyList<Measurement<int>> open = [];
    private volatile IReadOnlyList<InventoryEntry> certificates = [];

    public AlertMetrics(IMeterFactory meters, TimeProvider clock)
    {
        this.clock = clock;
        meter = meters.Create(MeterName);
        meter.CreateObservableGauge("crossborder.alerts.open", () => open, "{alert}", "Alerts that have not ended, by kind and severity");
        meter.CreateObservableGauge("crossborder.certificate.days.left", Days, "{day}", "Days until a certificate ends; negative once it has");
    }

    public async Task TakeAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        open = [.. (await scope.ServiceProvider.GetRequiredService<IAlerts>().CountsAsync(cancellationToken)).Select(count => new Measurement<int>(
            count.Count, new("kind", count.Kind.ToString()), new("severity", count.Severity.ToString())))];
        certificates = [.. (await scope.ServiceProvider.GetRequiredService<TrustInventory>().ListAsync(cancellationToken))
            .Where(entry => entry.NotAfter is not null && entry.State is InventoryState.Active or InventoryState.Expired)];
    }

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<double>> Days() => certificates.Select(entry => new Measurement<double>(
        Math.Round((entry.NotAfter!.Value - clock.GetUtcNow()).TotalDays, 2),
        new("name", entry.Name), new("kind", entry.Kind.ToString()), new("fingerprint", entry.Sha256[..16])));
}
