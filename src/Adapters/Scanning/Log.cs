using Microsoft.Extensions.Logging;

namespace CrossBorder.Adapters.Scanning;

internal static partial class Log
{
    [LoggerMessage(4501, LogLevel.Warning, "An upload was refused: {Answer}")]
    public static partial void Infected(ILogger logger, string answer);

    [LoggerMessage(4502, LogLevel.Error, "An upload could not be scanned and was refused ({Fault})")]
    public static partial void NotScanned(ILogger logger, string fault);
}
