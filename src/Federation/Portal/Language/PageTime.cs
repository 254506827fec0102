using System.Globalization;

namespace CrossBorder.Federation.Portal.Language;

/// <summary>Points in time and dates as people of the place write them.</summary>
internal static class PageTime
{
    // Hong Kong and the mainland share one time, and neither has changed its clocks since 1991.
    private static readonly TimeSpan Here = TimeSpan.FromHours(8);

    public static string Show(DateTimeOffset at, string language)
    {
        var here = at.ToOffset(Here);
        return here.ToString(language == Languages.English ? "d MMMM yyyy, HH:mm" : "yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>A date of the wire, or the text itself where it is none.</summary>
    public static string ShowDate(string value, string language) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? ShowDate(date, language)
            : value;

    public static string ShowDate(DateOnly date, string language) =>
        date.ToString(language == Languages.English ? "d MMMM yyyy" : "yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>For the <c>datetime</c> attribute.</summary>
    public static string ForMachines(DateTimeOffset at) => at.ToOffset(Here).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
