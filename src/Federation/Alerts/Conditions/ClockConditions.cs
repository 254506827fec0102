using System.Globalization;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications.Clock;

namespace CrossBorder.Federation.Alerts.Conditions;

/// <summary>Departments that have not decided in time: one alert for each, with how many and since when.</summary>
internal sealed class ClockConditions(IDeliveryClocks clocks) : IAlertConditions
{
    public IReadOnlySet<AlertKind> Kinds { get; } = new HashSet<AlertKind> { AlertKind.DecisionsOverdue };

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await clocks.OverdueAsync(WorkingCalendar.DayOf(now), cancellationToken)).Select(late => new AlertCondition(
            AlertKind.DecisionsOverdue, late.Department, NoticeSeverity.Warning, late.Department,
            late.Count.ToString(CultureInfo.InvariantCulture), late.Oldest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))];
}
