namespace CrossBorder.Federation.Applications.Clock;

/// <summary>
/// The working days of one place: Monday to Friday without holidays, and the weekend days on which work is made up for. A day that the
/// calendar says nothing of counts by its weekday.
/// </summary>
internal sealed class WorkingCalendar(string jurisdiction, IReadOnlySet<DateOnly> off, IReadOnlySet<DateOnly> works, DateOnly? fixedUntil, DateOnly? until)
{
    // Hong Kong and the mainland share one time, and neither has changed its clocks since 1991.
    private static readonly TimeSpan Here = TimeSpan.FromHours(8);

    private const int SoonDays = 60;

    /// <summary>Such as <c>CN</c> or <c>HK</c>.</summary>
    public string Jurisdiction { get; } = jurisdiction;

    /// <summary>The last day that was announced for good; null where none was.</summary>
    public DateOnly? FixedUntil { get; } = fixedUntil;

    /// <summary>The last day that it says anything of, provisional days included.</summary>
    public DateOnly? Until { get; } = until;

    /// <summary>Whether what was announced for good ends within 60 days: a longer term reaches beyond it.</summary>
    public bool EndsSoon(DateOnly today) => FixedUntil is not { } end || end.DayNumber - today.DayNumber <= SoonDays;

    public bool IsWorkingDay(DateOnly day) =>
        works.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !off.Contains(day));

    /// <summary>The working day that lies so many working days after a day that is not counted; before it where the number is negative; the day itself for none.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day))
                left--;
        }

        return day;
    }

    /// <summary>How many working days lie after the one day, up to and with the other.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly until)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
            count += IsWorkingDay(day) ? 1 : 0;
        return count;
    }

    /// <summary>The day that it is then, in Hong Kong and on the mainland.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Here).DateTime);

    /// <summary>The moment that a day begins there, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Here).ToUniversalTime();
}
