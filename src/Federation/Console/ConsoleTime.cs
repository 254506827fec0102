using System.Globalization;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>Moments of the console: to the second and in UTC, as they stand in logs and certificates.</summary>
internal static class ConsoleTime
{
    public static string Show(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
