using System.Globalization;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications.Resilience;

namespace CrossBorder.Federation.Alerts.Conditions;

/// <summary>Departments whose circuit has been open for two minutes outside their maintenance, and those with dead letters.</summary>
internal sealed class DepartmentConditions(IDepartmentCircuits circuits, IDeadLetters letters, IMaintenanceWindows maintenance) : IAlertConditions
{
    // A restart of a department's server is not worth a call.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public IReadOnlySet<AlertKind> Kinds { get; } = new HashSet<AlertKind> { AlertKind.DeadLetters, AlertKind.CircuitOpen };

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var closed = await maintenance.ClosedAsync(now, cancellationToken);
        var open = from circuit in (await circuits.NotClosedAsync(cancellationToken)).Values
                   where circuit is { State: CircuitState.Open, OpenedAt: { } since } && since <= now - Patience && !closed.ContainsKey(circuit.Department)
                   select new AlertCondition(
                       AlertKind.CircuitOpen, circuit.Department, NoticeSeverity.Warning, circuit.Department, AlertMoments.Minute(circuit.OpenedAt!.Value));
        var dead = from cause in await letters.GroupsAsync(now, cancellationToken)
                   group cause by cause.Department into department
                   select new AlertCondition(
                       AlertKind.DeadLetters, department.Key, NoticeSeverity.Warning, department.Key,
                       department.Sum(cause => cause.Count).ToString(CultureInfo.InvariantCulture),
                       AlertMoments.Minute(department.Min(cause => cause.Oldest)));
        return [.. open, .. dead];
    }
}
