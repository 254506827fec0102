using System.Globalization;
using CrossBorder.Adapters.Ports;

namespace CrossBorder.Federation.Alerts.Conditions;

/// <summary>Departments with deliveries that were quarantined, failed five times, or that nobody took up for a quarter of an hour.</summary>
internal sealed class DeliveryConditions(IAlertFacts facts) : IAlertConditions
{
    private const int Attempts = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public IReadOnlySet<AlertKind> Kinds { get; } = new HashSet<AlertKind> { AlertKind.DeliveriesStuck };

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await facts.StuckAsync(Attempts, now - Patience, now, cancellationToken)).Select(stuck => new AlertCondition(
            AlertKind.DeliveriesStuck, stuck.Department, NoticeSeverity.Warning, stuck.Department, stuck.Count.ToString(CultureInfo.InvariantCulture)))];
}
