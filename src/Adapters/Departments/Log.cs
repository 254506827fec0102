using Microsoft.Extensions.Logging;

namespace CrossBorder.Adapters.Departments;

internal static partial class Log
{
    [LoggerMessage(4401, LogLevel.Debug, "Department {Department} answered delivery {Delivery} with {Status}")]
    public static partial void Answered(ILogger logger, string department, string delivery, int status);

    [LoggerMessage(4403, LogLevel.Warning, "Receipts of {Department} are not heard just now ({Fault}); the connection to its broker is tried again")]
    public static partial void ReceiptsNotHeard(ILogger logger, string department, string fault);

    [LoggerMessage(4404, LogLevel.Error, "A receipt of {Department} could not be stored; it stays on its queue and is tried again")]
    public static partial void ReceiptNotTaken(ILogger logger, Exception fault, string department);

    [LoggerMessage(4405, LogLevel.Error, "A message of {Length} bytes on the receipt queue of {Department} is no receipt and is thrown away")]
    public static partial void ReceiptTooLarge(ILogger logger, string department, int length);

    [LoggerMessage(4402, LogLevel.Debug, "Department {Department} did not answer delivery {Delivery}: {Fault}")]
    public static partial void NotAnswered(ILogger logger, string department, string delivery, string fault);
}
