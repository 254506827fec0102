namespace CrossBorder.Federation.Applications.Clock;

/// <summary>The calendars by jurisdiction.</summary>
internal sealed class WorkingCalendars(IReadOnlyList<WorkingCalendar> all)
{
    public IReadOnlyList<WorkingCalendar> All { get; } = all;

    /// <summary>The calendar of a place, or of what it belongs to (<c>CN-GD</c> works as <c>CN</c> does). Where there is none, weekends alone are off.</summary>
    public WorkingCalendar Of(string jurisdiction)
    {
        for (var place = jurisdiction; ; place = place[..place.LastIndexOf('-')])
        {
            if (All.FirstOrDefault(calendar => calendar.Jurisdiction == place) is { } found)
                return found;
            if (!place.Contains('-', StringComparison.Ordinal))
                return new(jurisdiction, new HashSet<DateOnly>(), new HashSet<DateOnly>(), null, null);
        }
    }
}
