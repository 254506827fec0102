using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>The words of the table of legal deadlines.</summary>
internal static class ClockPanelText
{
    public static LocalizedText Title { get; } = new("法定辦理期限", "法定办理期限", "Legal deadlines");

    /// <summary>{0}: how many days back.</summary>
    public static LocalizedText Lead { get; } = new(
        "準時率以最近 {0} 日內作出的決定計算；等候申請人補交資料的時間不計。", "按时率按最近 {0} 天内作出的决定计算；等待申请人补正的时间不计。",
        "The share on time is of decisions of the last {0} {0:day|days}. Time in which the applicant had to correct something does not count.");

    public static LocalizedText OnTime { get; } = new("準時率", "按时率", "On time");

    public static LocalizedText Decided { get; } = new("已決定", "已办结", "Decided");

    public static LocalizedText Open { get; } = new("辦理中", "办理中", "Open");

    public static LocalizedText Stopped { get; } = new("等候申請人", "等待申请人", "Waiting for the applicant");

    public static LocalizedText Unanswered { get; } = new("逾期未回覆", "逾期未答复", "Not answered in time");

    public static LocalizedText Overdue { get; } = new("逾期未決", "逾期未办结", "Overdue");

    public static LocalizedText Oldest { get; } = new("最早期限", "最早期限", "Oldest deadline");

    /// <summary>{0}: the place, {1}: the last certain day, {2}: the last day of all.</summary>
    public static LocalizedText Provisional { get; } = new(
        "「{0}」的工作日曆確定至 {1}，其後至 {2} 為暫定。", "“{0}”的工作日历确定至 {1}，此后至 {2} 为暂定。",
        "The working days of “{0}” are certain until {1}, and provisional until {2}.");

    /// <summary>{0}: the place, {1}: the last certain day.</summary>
    public static LocalizedText Certain { get; } = new(
        "「{0}」的工作日曆至 {1}，其後只除去星期六、日。", "“{0}”的工作日历至 {1}，此后仅扣除周六、周日。",
        "The working days of “{0}” are known until {1}; after that only weekends are off.");

    public static LocalizedText EndsSoon { get; } = new(
        "請以設定 Clock:CalendarFile 補上其後的假期。", "请通过设置 Clock:CalendarFile 补充此后的假期安排。", "Add the holidays that follow by Clock:CalendarFile.");
}
