namespace CrossBorder.Federation.Applications.Signing;

internal static partial class Log
{
    [LoggerMessage(5031, LogLevel.Warning, "A signing service could not be asked: {Refusal}")]
    public static partial void SigningServiceSilent(ILogger logger, string refusal);

    [LoggerMessage(5032, LogLevel.Error, "A resident's signature was refused: {Code}")]
    public static partial void SignatureRefused(ILogger logger, string code);

    [LoggerMessage(5033, LogLevel.Information, "Case {Case} was filed by its signature")]
    public static partial void FiledBySignature(ILogger logger, string @case);

    [LoggerMessage(5034, LogLevel.Warning, "A signed application could not be filed yet ({Code}); it is tried again")]
    public static partial void SignedNotFiled(ILogger logger, string code);

    [LoggerMessage(5035, LogLevel.Warning, "A signing ended without a case: {Code}. Its resident is told")]
    public static partial void SigningGivenUp(ILogger logger, string code);

    [LoggerMessage(5036, LogLevel.Error, "Filing signed applications failed; it is tried again")]
    public static partial void SigningsBroke(ILogger logger, Exception fault);
}
