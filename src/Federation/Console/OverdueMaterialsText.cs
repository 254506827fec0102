using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>The words of the list of materials that are late.</summary>
internal static class OverdueMaterialsText
{
    public static LocalizedText Title { get; } = new("逾期未補交的文件", "逾期未补交的材料", "Documents that are late");

    public static LocalizedText Lead { get; } = new(
        "居民選擇後補而逾期未交的文件。居民和部門均已獲通知；逾期補交仍會轉交部門。", "居民选择容缺后逾期未交的材料。居民和部门均已收到提醒；逾期补交仍会转交部门。",
        "Residents left these for later and the day is over. They and the department were told; what comes late is still passed on.");

    public static LocalizedText Case { get; } = new("個案編號", "办件编号", "Case");

    public static LocalizedText Material { get; } = new("文件", "材料", "Document");

    public static LocalizedText DueOn { get; } = new("最後日期", "截止日期", "Due on");

    public static LocalizedText DaysLate { get; } = new("逾期日數", "逾期天数", "Days late");

    /// <summary>{0}: how many are shown.</summary>
    public static LocalizedText OnlyFirst { get; } = new("只列出逾期最久的 {0} 項。", "仅列出逾期最久的 {0} 项。", "Only the {0} that are late the longest are shown.");
}
