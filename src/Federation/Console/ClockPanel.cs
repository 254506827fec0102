using CrossBorder.Federation.Applications.Clock;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>How departments keep their legal time, and by what calendars it is counted.</summary>
internal sealed record ClockPanel(IReadOnlyList<DepartmentPunctuality> Departments, IReadOnlyList<WorkingCalendar> Calendars, DateOnly Today);

/// <summary>Asks for it: decisions of the last 90 days.</summary>
internal sealed class ClockPanels(IDeliveryClocks clocks, WorkingCalendars calendars, TimeProvider clock)
{
    public const int Days = 90;

    public async Task<ClockPanel> ReadAsync(CancellationToken cancellationToken)
    {
        var today = WorkingCalendar.DayOf(clock.GetUtcNow());
        return new(await clocks.PunctualityAsync(today, today.AddDays(-Days), cancellationToken), calendars.All, today);
    }
}
