namespace CrossBorder.Federation.Homes;

internal static partial class Log
{
    [LoggerMessage(6301, LogLevel.Information, "Homes that officers admitted are taken over: {Schemes}")]
    public static partial void HomesTaken(ILogger logger, string schemes);

    [LoggerMessage(6302, LogLevel.Error, "Homes were not read; it is tried again in a second")]
    public static partial void HomesNotRead(ILogger logger, Exception fault);

    [LoggerMessage(6303, LogLevel.Error, "The definition of home {Scheme} is not readable by this hub, so nobody signs in there")]
    public static partial void HomeUnreadable(ILogger logger, string scheme);

    [LoggerMessage(6304, LogLevel.Warning, "Home {Scheme} was admitted by officers and stands in the settings too; the settings count")]
    public static partial void HomeOfSettings(ILogger logger, string scheme);

    [LoggerMessage(6305, LogLevel.Information, "A sign-in was ended because officers ended home {Scheme}")]
    public static partial void SessionOfEndedHome(ILogger logger, string scheme);

    [LoggerMessage(6306, LogLevel.Error, "Sign-ins of ended homes were not all ended; it is tried again in a moment")]
    public static partial void EndedHomesBroke(ILogger logger, Exception fault);
}
