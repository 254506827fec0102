namespace CrossBorder.Federation.Trust;

internal static partial class Log
{
    [LoggerMessage(6001, LogLevel.Warning, "Revocation list {Name} was not taken: {Code} {Detail}")]
    public static partial void RevocationListNotTaken(ILogger logger, string name, string code, string detail);

    [LoggerMessage(6002, LogLevel.Error, "Refreshing the revocation lists failed; it is tried again")]
    public static partial void RefreshFailed(ILogger logger, Exception fault);
}
