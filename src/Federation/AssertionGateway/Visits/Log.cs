namespace CrossBorder.Federation.AssertionGateway.Visits;

internal static partial class Log
{
    [LoggerMessage(4201, LogLevel.Warning, "A visit ended without an assertion: {Refusal}")]
    public static partial void VisitRefused(ILogger logger, string refusal);

    [LoggerMessage(4202, LogLevel.Warning, "A callback was refused: {Refusal}")]
    public static partial void CallbackRefused(ILogger logger, string refusal);

    [LoggerMessage(4203, LogLevel.Warning, "A visit failed that no browser has: {Code}")]
    public static partial void StrayFailure(ILogger logger, string code);

    [LoggerMessage(4204, LogLevel.Error, "What is over could not be removed")]
    public static partial void SweepFailed(ILogger logger, Exception fault);
}
