using CrossBorder.Federation.Applications.Resilience;

namespace CrossBorder.Federation.Applications;

internal static partial class Log
{
    [LoggerMessage(5001, LogLevel.Warning, "Electronic licences are not available ({Code}); the resident is asked instead")]
    public static partial void LicencesUnavailable(ILogger logger, string code);

    [LoggerMessage(5010, LogLevel.Information, "Delivery {Delivery} to {Department} is answered by a verified receipt: {Outcome}")]
    public static partial void Delivered(ILogger logger, string delivery, string department, string outcome);

    [LoggerMessage(5011, LogLevel.Warning, "Delivery {Delivery} to {Department} is delayed after attempt {Attempt}: {Code} {Detail}")]
    public static partial void Delayed(ILogger logger, string delivery, string department, int attempt, string code, string detail);

    [LoggerMessage(5012, LogLevel.Error, "The receipt of {Department} for delivery {Delivery} does not verify and is no receipt: {Code} {Detail}")]
    public static partial void ReceiptRefused(ILogger logger, string delivery, string department, string code, string detail);

    [LoggerMessage(5013, LogLevel.Error, "Delivery {Delivery} to {Department} broke off; it is tried again when its lease has run out")]
    public static partial void DeliveryBroke(ILogger logger, Exception fault, string delivery, string department);

    [LoggerMessage(5014, LogLevel.Error, "The delivery queue could not be read; it is tried again")]
    public static partial void QueueBroke(ILogger logger, Exception fault);

    [LoggerMessage(5016, LogLevel.Warning, "The statutory clock of delivery {Delivery} says: {What}")]
    public static partial void ClockTold(ILogger logger, string delivery, string what);

    [LoggerMessage(5017, LogLevel.Error, "Looking at statutory clocks failed; it is tried again in a minute")]
    public static partial void ClockBroke(ILogger logger, Exception fault);

    [LoggerMessage(5018, LogLevel.Error, "{Department} failed too often in a row ({Code}): only a canary is sent until its receipt verifies")]
    public static partial void CircuitOpened(ILogger logger, string department, string code);

    [LoggerMessage(5019, LogLevel.Information, "The circuit of {Department} went from {Before} to {After}")]
    public static partial void CircuitMoved(ILogger logger, string department, CircuitState before, CircuitState after);

    [LoggerMessage(5020, LogLevel.Information, "Case {Application} is told of the deferred material {Slug}: {Left} days left")]
    public static partial void DeferralTold(ILogger logger, string application, string slug, int left);

    [LoggerMessage(5021, LogLevel.Error, "Looking at deferred materials failed; it is tried again in a minute")]
    public static partial void DeferralsBroke(ILogger logger, Exception fault);

    [LoggerMessage(5015, LogLevel.Warning, "An event sent for {Department} is refused: {Code} {Detail}")]
    public static partial void EventRefused(ILogger logger, string department, string code, string detail);

    [LoggerMessage(5026, LogLevel.Information, "{Count} finished cases went to the archive")]
    public static partial void Archived(ILogger logger, int count);

    [LoggerMessage(5027, LogLevel.Error, "Archiving finished cases failed; it is tried again in an hour")]
    public static partial void ArchiveBroke(ILogger logger, Exception fault);
}
