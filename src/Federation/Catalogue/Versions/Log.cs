namespace CrossBorder.Federation.Catalogue.Versions;

internal static partial class Log
{
    [LoggerMessage(5201, LogLevel.Information, "Catalogues are taken over: {Versions}; {Current} counts")]
    public static partial void CataloguesTaken(ILogger logger, string versions, string current);

    [LoggerMessage(5202, LogLevel.Error, "Versions of the catalogue were not read; it is tried again in a second")]
    public static partial void VersionsNotRead(ILogger logger, Exception fault);

    [LoggerMessage(5203, LogLevel.Error, "A published version of the catalogue is not readable by this hub, so the one before it counts: {Detail}")]
    public static partial void VersionUnreadable(ILogger logger, string detail);

    [LoggerMessage(5204, LogLevel.Information, "Version {Version} of the catalogue is stored as {State}")]
    public static partial void VersionBroughtIn(ILogger logger, string version, CatalogueVersionState state);

    [LoggerMessage(5205, LogLevel.Warning, "The catalogue of the settings is not the stored one of the same version {Version}, and is not looked at: give it a version of its own")]
    public static partial void ConfiguredDiffers(ILogger logger, string version);
}
