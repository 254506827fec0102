namespace CrossBorder.Federation.Proactive;

/// <summary>Names no resident and no item: what somebody is entitled to is nobody's business.</summary>
internal static partial class Log
{
    [LoggerMessage(5401, LogLevel.Warning, "The licence registry does not answer a look for offers ({Code}); what was found before stays, and it is looked again in an hour")]
    public static partial void RegistrySilent(ILogger logger, string code);

    [LoggerMessage(5402, LogLevel.Error, "Looking for offers failed; where it was for one resident, they are looked for again in a day")]
    public static partial void OffersBroke(ILogger logger, Exception fault);
}
