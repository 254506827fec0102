using System.Text.Json;
using System.Text.Json.Serialization;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Clock;

/// <summary>Reads calendars from their file: years, each with its source, its days off and the weekend days that are worked.</summary>
internal static class CalendarReader
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>CB5100 where it is no calendar, or a day stands outside its year, or one that is worked is no day of a weekend.</summary>
    public static Outcome<WorkingCalendars> Read(ReadOnlySpan<byte> json)
    {
        CalendarFile? file;
        try
        {
            file = JsonSerializer.Deserialize<CalendarFile>(json, Strict);
        }
        catch (JsonException fault)
        {
            return ErrorCatalogue.CalendarInvalid.With(fault.Message);
        }

        if (file is null || file.Calendars.Any(static calendar => calendar?.Years.Any(static year => year is null || year.Off.Any(static days => days is null)) ?? true))
            return ErrorCatalogue.CalendarInvalid.With("It holds null where a calendar, a year or days are meant.");
        if (file.Calendars.CountBy(static calendar => calendar.Jurisdiction).FirstOrDefault(static count => count.Value > 1) is { Key: { } twice })
            return ErrorCatalogue.CalendarInvalid.With($"There are two calendars of '{twice}'.");

        var faults = file.Calendars.SelectMany(FaultsOf).Select(static fault => ErrorCatalogue.CalendarInvalid.With(fault)).ToList();
        return faults.Count > 0 ? Outcome<WorkingCalendars>.Refused(faults) : new WorkingCalendars([.. file.Calendars.Select(Make)]);
    }

    private static IEnumerable<string> FaultsOf(CalendarOfPlace calendar)
    {
        foreach (var (index, year) in calendar.Years.Index())
        {
            var where = $"'{calendar.Jurisdiction}' {year.Year}";
            if (index > 0 && year.Year != calendar.Years[index - 1].Year + 1)
                yield return $"{where} does not follow {calendar.Years[index - 1].Year}.";
            if (string.IsNullOrWhiteSpace(year.Source))
                yield return $"{where} has no source.";
            foreach (var days in year.Off.Where(days => days.Last < days.From || days.From.Year != year.Year || days.Last.Year != year.Year))
                yield return $"{where}: the days from {days.From:yyyy-MM-dd} to {days.Last:yyyy-MM-dd} end before they begin, or stand outside their year.";
            foreach (var day in year.Works.Where(day => day.Year != year.Year || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
                yield return $"{where}: {day:yyyy-MM-dd} is no day of a weekend in that year.";
        }
    }

    private static WorkingCalendar Make(CalendarOfPlace calendar) => new(
        calendar.Jurisdiction,
        calendar.Years.SelectMany(static year => year.Off).SelectMany(static days => days.Each()).ToHashSet(),
        calendar.Years.SelectMany(static year => year.Works).ToHashSet(),
        EndOf(calendar.Years.TakeWhile(static year => !year.Provisional)),
        EndOf(calendar.Years));

    private static DateOnly? EndOf(IEnumerable<CalendarYear> years) => years.LastOrDefault() is { } last ? new DateOnly(last.Year, 12, 31) : null;

    private sealed record CalendarFile(IReadOnlyList<CalendarOfPlace> Calendars);

    private sealed record CalendarOfPlace(string Jurisdiction, IReadOnlyList<CalendarYear> Years);

    private sealed record CalendarYear(int Year, string Source, IReadOnlyList<DaysOff> Off, bool Provisional = false)
    {
        public IReadOnlyList<DateOnly> Works { get; init; } = [];
    }

    private sealed record DaysOff(DateOnly From, DateOnly? To = null)
    {
        public DateOnly Last => To ?? From;

        public IEnumerable<DateOnly> Each()
        {
            for (var day = From; day <= Last; day = day.AddDays(1))
                yield return day;
        }
    }
}
