namespace CrossBorder.Federation.OpenIdConnect.Registrations;

internal static partial class Log
{
    [LoggerMessage(2301, LogLevel.Information, "Relying parties that officers approved are taken over: {Clients}")]
    public static partial void RegistrationsTaken(ILogger logger, string clients);

    [LoggerMessage(2302, LogLevel.Error, "Registrations were not read; it is tried again in a second")]
    public static partial void RegistrationsNotRead(ILogger logger, Exception fault);

    [LoggerMessage(2303, LogLevel.Error, "What {Client} registered is not readable by this hub, so it may do nothing: {Fault}")]
    public static partial void RegistrationUnreadable(ILogger logger, string client, string fault);

    [LoggerMessage(2304, LogLevel.Warning, "Relying party {Client} registered itself and stands in the settings too; the settings count")]
    public static partial void ClientOfSettings(ILogger logger, string client);

    [LoggerMessage(2305, LogLevel.Error, "What {Client} registered was not stored for the protocol; it is tried again, in a minute at the latest, and told again if the cause is another. The others go on")]
    public static partial void RegistrationNotTaken(ILogger logger, Exception fault, string client);
}
