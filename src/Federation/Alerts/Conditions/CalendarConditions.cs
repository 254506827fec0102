using System.Globalization;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications.Clock;

namespace CrossBorder.Federation.Alerts.Conditions;

/// <summary>
/// Calendars of working days of which at most 60 days are certain. While provisional days follow it is for information, for deadlines may
/// still be off by some days; where nothing follows, holidays would count as working days.
/// </summary>
internal sealed class CalendarConditions(WorkingCalendars calendars) : IAlertConditions
{
    public IReadOnlySet<AlertKind> Kinds { get; } = new HashSet<AlertKind> { AlertKind.CalendarEnds };

    public Task<IReadOnlyList<AlertCondition>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = WorkingCalendar.DayOf(now);
        return Task.FromResult<IReadOnlyList<AlertCondition>>([.. calendars.All.Where(calendar => calendar.EndsSoon(today)).Select(calendar =>
            new AlertCondition(
                AlertKind.CalendarEnds, calendar.Jurisdiction,
                calendar.Until > calendar.FixedUntil ? NoticeSeverity.Information : NoticeSeverity.Warning,
                calendar.Jurisdiction, (calendar.FixedUntil ?? today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))]);
    }
}
