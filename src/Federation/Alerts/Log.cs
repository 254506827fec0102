using CrossBorder.Adapters.Ports;

namespace CrossBorder.Federation.Alerts;

internal static partial class Log
{
    [LoggerMessage(8201, LogLevel.Warning, "Alert ({Severity}): {Kind} {Subject}")]
    public static partial void AlertRaised(ILogger logger, NoticeSeverity severity, AlertKind kind, string subject);

    [LoggerMessage(8202, LogLevel.Information, "Alert ended: {Kind} {Subject}")]
    public static partial void AlertEnded(ILogger logger, AlertKind kind, string subject);

    [LoggerMessage(8203, LogLevel.Error, "{Source} could not look for conditions; it is tried again in a minute")]
    public static partial void ConditionsBroke(ILogger logger, Exception fault, string source);

    [LoggerMessage(8204, LogLevel.Error, "Looking for conditions of alerts failed; it is tried again in a minute")]
    public static partial void LookBroke(ILogger logger, Exception fault);

    [LoggerMessage(8208, LogLevel.Warning, "Conditions were not compared, for others kept changing the alerts; it is tried again in a minute: {Code} {Detail}")]
    public static partial void NotCompared(ILogger logger, string code, string detail);

    [LoggerMessage(8205, LogLevel.Warning, "{Channel} did not take an alert: {Code} {Detail}")]
    public static partial void NotTold(ILogger logger, string channel, string code, string detail);

    [LoggerMessage(8207, LogLevel.Error, "{Channel} broke while it was to tell an alert")]
    public static partial void ChannelBroke(ILogger logger, Exception fault, string channel);

    [LoggerMessage(8206, LogLevel.Error, "Telling of alerts failed; it is tried again")]
    public static partial void TellingBroke(ILogger logger, Exception fault);
}
