using System.Text;
using CrossBorder.Federation.Applications.Clock;
using CsCheck;

namespace CrossBorder.Federation.Tests.Applications.Clock;

/// <summary>Working days as they were announced, and as arithmetic.</summary>
public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendars Shipped = CalendarSource.ReadShipped().Value;

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 3 * 365].Select(days => new DateOnly(2025, 6, 1).AddDays(days));

    [Theory]
    [InlineData("CN", "2026-01-02", false)]
    [InlineData("CN", "2026-01-04", true)] // a Sunday that is worked
    [InlineData("CN", "2026-02-14", true)] // a Saturday before Spring Festival
    [InlineData("CN", "2026-02-16", false)]
    [InlineData("CN", "2026-02-23", false)]
    [InlineData("CN", "2026-02-24", true)]
    [InlineData("CN", "2026-02-28", true)]
    [InlineData("CN", "2026-03-01", false)]
    [InlineData("CN", "2026-05-25", true)]
    [InlineData("CN", "2026-09-20", true)]
    [InlineData("CN", "2026-10-10", true)]
    [InlineData("CN", "2027-02-05", false)]
    [InlineData("HK", "2026-02-14", false)]
    [InlineData("HK", "2026-02-16", true)]
    [InlineData("HK", "2026-02-19", false)]
    [InlineData("HK", "2026-04-07", false)]
    [InlineData("HK", "2026-05-25", false)]
    [InlineData("HK", "2026-10-02", true)]
    [InlineData("HK", "2027-12-27", false)]
    public void Days_are_worked_as_announced(string place, string day, bool works) =>
        Assert.Equal(works, Shipped.Of(place).IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("CN", "2026-02-10", 5, "2026-02-24")] // 11, 12, 13, 14 (Saturday), then behind the festival
    [InlineData("CN", "2026-02-10", 20, "2026-03-16")]
    [InlineData("HK", "2026-02-10", 5, "2026-02-20")]
    [InlineData("CN", "2026-09-18", 10, "2026-10-09")]
    [InlineData("CN", "2026-11-30", 20, "2026-12-28")]
    [InlineData("CN-GD", "2026-02-10", 5, "2026-02-24")]
    [InlineData("XX", "2026-02-10", 5, "2026-02-17")] // no calendar: weekends alone are off
    public void Terms_end_on_the_day_that_a_clerk_would_count(string place, string received, int days, string end) =>
        Assert.Equal(Day(end), Shipped.Of(place).AddWorkingDays(Day(received), days));

    [Theory, InlineData("CN"), InlineData("HK")]
    public void Adding_and_counting_agree_and_neither_ends_on_a_day_off(string place)
    {
        var calendar = Shipped.Of(place);
        Gen.Select(Days, Gen.Int[0, 120]).Sample((day, count) =>
        {
            var end = calendar.AddWorkingDays(day, count);
            return calendar.WorkingDaysBetween(day, end) == count && (count == 0 || calendar.IsWorkingDay(end));
        }, iter: 5_000);
    }

    [Theory, InlineData("CN"), InlineData("HK")]
    public void Going_back_finds_the_working_day_from_which_one_came(string place)
    {
        var calendar = Shipped.Of(place);
        Gen.Select(Days, Gen.Int[1, 60]).Sample((day, count) =>
        {
            var begin = calendar.AddWorkingDays(day, 1);
            return calendar.AddWorkingDays(calendar.AddWorkingDays(begin, count), -count) == begin;
        }, iter: 5_000);
    }

    [Fact]
    public void A_day_begins_at_midnight_in_Hong_Kong_and_on_the_mainland()
    {
        Assert.Equal(Day("2026-02-10"), WorkingCalendar.DayOf(new DateTimeOffset(2026, 2, 10, 15, 59, 59, TimeSpan.Zero)));
        Assert.Equal(Day("2026-02-11"), WorkingCalendar.DayOf(new DateTimeOffset(2026, 2, 10, 16, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("CN", "2026-10-31", false)]
    [InlineData("CN", "2026-11-01", true)]
    [InlineData("HK", "2026-12-31", false)]
    [InlineData("HK", "2027-11-15", true)]
    public void A_calendar_ends_soon_when_sixty_days_of_it_are_certain(string place, string today, bool soon) =>
        Assert.Equal(soon, Shipped.Of(place).EndsSoon(Day(today)));

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"calendars": [null]}""")]
    [InlineData("""{"calendars": [{"jurisdiction": "CN", "years": [{"year": 2026, "source": "s", "off": [{"from": "2027-01-01"}]}]}]}""")]
    [InlineData("""{"calendars": [{"jurisdiction": "CN", "years": [{"year": 2026, "source": "s", "off": [{"from": "2026-05-02", "to": "2026-05-01"}]}]}]}""")]
    [InlineData("""{"calendars": [{"jurisdiction": "CN", "years": [{"year": 2026, "source": "s", "off": [], "works": ["2026-05-06"]}]}]}""")]
    [InlineData("""{"calendars": [{"jurisdiction": "CN", "years": [{"year": 2026, "source": "", "off": []}]}]}""")]
    [InlineData("""{"calendars": [{"jurisdiction": "CN", "years": [{"year": 2026, "source": "s", "off": []}, {"year": 2028, "source": "s", "off": []}]}]}""")]
    [InlineData("""{"calendars": [{"jurisdiction": "CN", "years": []}, {"jurisdiction": "CN", "years": []}]}""")]
    [InlineData("""{"calendars": [{"jurisdiction": "CN", "years": [], "holidays": []}]}""")]
    public void A_calendar_that_contradicts_itself_is_refused_with_CB5100(string json) =>
        Assert.Equal("CB5100", CalendarReader.Read(Encoding.UTF8.GetBytes(json)).Error.Code);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
