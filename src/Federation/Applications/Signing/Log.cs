namespace CrossBorder.Federation.Applications.Signing;

internal static partial class Log
{
    [LoggerMessage(5031, LogLevel.Warning, "A signing service could not be asked: {Refusal}")]
    public static partial void SigningServiceSilent(ILogger logger, string refusal);

    [LoggerMessage(5032, LogLevel.Error, "A resident's signature was refused: {Code}")]
    public static partial void SignatureRefused(ILogger logger, string code);
}
