namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>The file of working days is not there, does not parse or contradicts itself; the hub does not start.</summary>
    public static ErrorDescriptor CalendarInvalid { get; } = new("CB5100", 500,
        new("工作日曆有誤", "工作日历有误", "The calendar of working days is wrong"),
        new("請更正訊息所指的年份或日期。", "请更正提示所指的年份或日期。", "Correct the year or the day that the message names."));
}
