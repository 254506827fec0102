namespace CrossBorder.Federation.Delegation;

/// <summary>Names nobody: who acts for whom is nobody's business.</summary>
internal static partial class Log
{
    [LoggerMessage(5501, LogLevel.Error, "Looking after mandates failed; what is due is looked at again in a minute")]
    public static partial void MandatesBroke(ILogger logger, Exception fault);
}
