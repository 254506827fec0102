using Microsoft.Extensions.Logging;

namespace CrossBorder.Adapters.OpenId;

internal static partial class Log
{
    [LoggerMessage(4101, LogLevel.Warning, "Provider {Provider} gives no metadata at {Authority}: {Fault}")]
    public static partial void MetadataUnavailable(ILogger logger, string provider, string? authority, string? fault);
}
