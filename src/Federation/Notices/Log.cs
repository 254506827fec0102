namespace CrossBorder.Federation.Notices;

internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Information, "{Receiver} confirmed a {Notice} at attempt {Attempt}")]
    public static partial void Told(ILogger logger, string receiver, string notice, int attempt);

    [LoggerMessage(2102, LogLevel.Warning, "{Receiver} did not confirm a {Notice} at attempt {Attempt}: {Code} {Detail}")]
    public static partial void NotTold(ILogger logger, string receiver, string notice, int attempt, string code, string detail);

    [LoggerMessage(2103, LogLevel.Error, "The queue of {Notice} could not be read; it is tried again")]
    public static partial void QueueBroke(ILogger logger, Exception fault, string notice);

    [LoggerMessage(2104, LogLevel.Error, "Telling of {Notice} {Id} broke; it is tried again")]
    public static partial void NoticeBroke(ILogger logger, Exception fault, string notice, string id);
}
