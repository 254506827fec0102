using Microsoft.Extensions.Logging;

namespace CrossBorder.Adapters.Shared;

internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Information, "Partner {Host}{Path} answered {Status} in {Milliseconds:0.0} ms")]
    public static partial void Answered(ILogger logger, string host, string path, int status, double milliseconds);

    [LoggerMessage(4002, LogLevel.Warning, "Partner {Host}{Path} did not answer ({Fault}) after {Milliseconds:0.0} ms")]
    public static partial void NotAnswered(ILogger logger, string host, string path, string fault, double milliseconds);
}
