namespace CrossBorder.Federation.Audit;

internal static partial class Log
{
    [LoggerMessage(8101, LogLevel.Information, "Checkpoint of the audit log: {Size} entries, root {Root}")]
    public static partial void CheckpointSigned(ILogger logger, long size, string root);

    [LoggerMessage(8102, LogLevel.Warning, "No signing key is for audit or attestations: the audit log is linked, and nobody signs it")]
    public static partial void NoCheckpointKey(ILogger logger);

    [LoggerMessage(8103, LogLevel.Error, "Linking the audit log failed; it is tried again")]
    public static partial void LinkingBroke(ILogger logger, Exception fault);

    [LoggerMessage(8104, LogLevel.Warning, "Witness {Witness} has not got the checkpoint over {Size} entries: {Code} {Detail}")]
    public static partial void NotWitnessed(ILogger logger, string witness, long size, string code, string detail);

    [LoggerMessage(8105, LogLevel.Error, "Handing checkpoints to witnesses failed; it is tried again")]
    public static partial void WitnessingBroke(ILogger logger, Exception fault);
}
