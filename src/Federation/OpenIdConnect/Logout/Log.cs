namespace CrossBorder.Federation.OpenIdConnect.Logout;

internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Information, "Client {ClientId} confirmed a sign-out at attempt {Attempt}")]
    public static partial void Told(ILogger logger, string clientId, int attempt);

    [LoggerMessage(2102, LogLevel.Warning, "Client {ClientId} did not confirm a sign-out at attempt {Attempt}: {Code} {Detail}")]
    public static partial void NotTold(ILogger logger, string clientId, int attempt, string code, string detail);

    [LoggerMessage(2103, LogLevel.Error, "The queue of sign-outs could not be read; it is tried again")]
    public static partial void QueueBroke(ILogger logger, Exception fault);

    [LoggerMessage(2104, LogLevel.Error, "Telling client {ClientId} of a sign-out broke; it is tried again")]
    public static partial void NoticeBroke(ILogger logger, Exception fault, string clientId);
}
