using Microsoft.Extensions.Logging;

namespace CrossBorder.Adapters.Departments;

internal static partial class Log
{
    [LoggerMessage(4401, LogLevel.Debug, "Department {Department} answered delivery {Delivery} with {Status}")]
    public static partial void Answered(ILogger logger, string department, string delivery, int status);

    [LoggerMessage(4402, LogLevel.Debug, "Department {Department} did not answer delivery {Delivery}: {Fault}")]
    public static partial void NotAnswered(ILogger logger, string department, string delivery, string fault);
}
