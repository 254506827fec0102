namespace CrossBorder.Federation.Trust;

internal static partial class Log
{
    [LoggerMessage(6001, LogLevel.Warning, "Revocation list {Name} was not taken: {Code} {Detail}")]
    public static partial void RevocationListNotTaken(ILogger logger, string name, string code, string detail);

    [LoggerMessage(6002, LogLevel.Error, "Refreshing what is known of revocation failed; it is tried again")]
    public static partial void RefreshFailed(ILogger logger, Exception fault);

    [LoggerMessage(6003, LogLevel.Information, "Trust is taken over as it stands after {Epoch} saves: {Anchors} anchors, {Distrusted} certificates out of trust")]
    public static partial void TrustTaken(ILogger logger, long epoch, int anchors, int distrusted);

    [LoggerMessage(6005, LogLevel.Warning, "After a change of trust {Count} sessions and deliveries were ended, quarantined or released")]
    public static partial void TrustSettled(ILogger logger, int count);

    [LoggerMessage(6004, LogLevel.Error, "Changes of trust were not read; it is tried again in a second")]
    public static partial void TrustNotRead(ILogger logger, Exception fault);

    [LoggerMessage(6007, LogLevel.Warning, "Responder {Name} gave no answer that was taken: {Code} {Detail}")]
    public static partial void ResponderNotTaken(ILogger logger, string name, string code, string detail);

    [LoggerMessage(6006, LogLevel.Error, "A revocation answer that a judgement asked for was not kept; the judgement is made by what is known")]
    public static partial void RevocationNotKept(ILogger logger, Exception fault);

    [LoggerMessage(6010, LogLevel.Information, "Keys for tokens are taken over as they stand after {Epoch} saves: {Keys}")]
    public static partial void KeysTaken(ILogger logger, long epoch, string keys);

    [LoggerMessage(6011, LogLevel.Error, "Keys for tokens were not read; it is tried again in a second")]
    public static partial void KeysNotRead(ILogger logger, Exception fault);

    [LoggerMessage(6012, LogLevel.Error, "Key {Id} of the database was not opened ({Code}): this node does not sign with it")]
    public static partial void KeyNotOpened(ILogger logger, string id, string code);

    [LoggerMessage(6013, LogLevel.Error, "No successor was made for the {Algorithm} key ({Code})")]
    public static partial void KeyNotMade(ILogger logger, string algorithm, string code);
}
