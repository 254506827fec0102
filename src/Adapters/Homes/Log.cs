using Microsoft.Extensions.Logging;

namespace CrossBorder.Adapters.Homes;

internal static partial class Log
{
    [LoggerMessage(4101, LogLevel.Warning, "Home {Home} gives no metadata at {Authority}: {Fault}")]
    public static partial void MetadataUnavailable(ILogger logger, string home, string? authority, string? fault);
}
