namespace CrossBorder.Federation.Audit;

internal static partial class Log
{
    [LoggerMessage(8101, LogLevel.Information, "Checkpoint of the audit log: {Size} entries, root {Root}")]
    public static partial void CheckpointSigned(ILogger logger, long size, string root);

    [LoggerMessage(8102, LogLevel.Warning, "No signing key is for audit or attestations: the audit log is linked, and nobody signs it")]
    public static partial void NoCheckpointKey(ILogger logger);

    [LoggerMessage(8103, LogLevel.Error, "Linking the audit log failed; it is tried again")]
    public static partial void LinkingBroke(ILogger logger, Exception fault);
}
