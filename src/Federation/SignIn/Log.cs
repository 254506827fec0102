namespace CrossBorder.Federation.SignIn;

internal static partial class Log
{
    [LoggerMessage(7001, LogLevel.Information, "Sign-in began for client {ClientId}")]
    public static partial void Began(ILogger logger, string clientId);

    [LoggerMessage(7002, LogLevel.Information, "Sign-in for client {ClientId} refused with {Code}")]
    public static partial void Refused(ILogger logger, string clientId, string code);

    [LoggerMessage(7003, LogLevel.Information, "Sign-in for client {ClientId} verified at home {Home} with {Assurance}")]
    public static partial void Verified(ILogger logger, string clientId, string home, string assurance);

    [LoggerMessage(7004, LogLevel.Information, "Sign-in for client {ClientId} finished")]
    public static partial void Finished(ILogger logger, string clientId);

    [LoggerMessage(7005, LogLevel.Error, "Removing expired rows failed; it is tried again")]
    public static partial void SweepFailed(ILogger logger, Exception fault);

    [LoggerMessage(7006, LogLevel.Warning, "A home visit ended with {Code} outside any journey")]
    public static partial void StrayHomeFailure(ILogger logger, string code);

    [LoggerMessage(7008, LogLevel.Information, "Home {Home} ended {Count} sign-ins")]
    public static partial void HomeEnded(ILogger logger, string home, int count);

    [LoggerMessage(7009, LogLevel.Warning, "A message of home {Home} was refused with {Code}: {Detail}")]
    public static partial void HomeMessageRefused(ILogger logger, string home, string code, string detail);

    [LoggerMessage(7007, LogLevel.Warning, "Verification refused an assertion of home {Home}: {Reasons}")]
    public static partial void AssertionRefused(ILogger logger, string home, string reasons);
}
