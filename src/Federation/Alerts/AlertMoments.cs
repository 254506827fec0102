using System.Globalization;

namespace CrossBorder.Federation.Alerts;

/// <summary>Moments in alerts: in UTC, as everywhere on the console.</summary>
internal static class AlertMoments
{
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Minute(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
