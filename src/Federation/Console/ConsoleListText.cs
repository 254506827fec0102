using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>The headings of the console's tables.</summary>
internal static class ConsoleListText
{
    public static LocalizedText Jurisdiction { get; } = new("地區", "地区", "Jurisdiction");

    public static LocalizedText Purposes { get; } = new("用途", "用途", "Purposes");

    public static LocalizedText Algorithm { get; } = new("密鑰類型", "密钥类型", "Key");

    public static LocalizedText Serial { get; } = new("序號", "序列号", "Serial number");

    public static LocalizedText Fingerprint { get; } = new("SHA-256 指紋", "SHA-256 指纹", "SHA-256 fingerprint");

    public static LocalizedText Valid { get; } = new("有效期", "有效期", "Valid");

    public static LocalizedText FromUntil { get; } = new("{0} 至 {1}", "{0} 至 {1}", "{0} until {1}");

    public static LocalizedText DaysLeft { get; } = new("尚餘 {0} 日", "剩余 {0} 天", "{0} {0:day|days} left");

    public static LocalizedText Expired { get; } = new("已過期", "已过期", "Expired");

    public static LocalizedText Ratings { get; } = new("居民評價", "居民评价", "What residents think");

    public static LocalizedText AverageRating { get; } = new("平均分（1 至 5）", "平均分（1至5）", "Average (1 to 5)");

    public static LocalizedText Lists { get; } = new("吊銷名單", "吊销列表", "Revocation lists");

    public static LocalizedText Issuer { get; } = new("發出者", "签发者", "Issuer");

    public static LocalizedText Issued { get; } = new("發出時間", "签发时间", "Issued");

    public static LocalizedText NextDue { get; } = new("下次更新", "下次更新", "Next due");

    public static LocalizedText NotStated { get; } = new("沒有說明", "未说明", "Not stated");

    public static LocalizedText Overdue { get; } = new("已逾期", "已逾期", "Overdue");

    public static LocalizedText NoLists { get; } = new(
        "尚未取得任何吊銷名單：取得之前，所有簽署都不獲接受。", "尚未取得任何吊销列表：取得之前，所有签名均不被接受。",
        "No list was fetched yet: until then nobody's signature is accepted.");

    public static LocalizedText Kind { get; } = new("類別", "类别", "Kind");

    public static LocalizedText AllKinds { get; } = new("全部", "全部", "All");

    public static LocalizedText Show { get; } = new("顯示", "显示", "Show");

    public static LocalizedText At { get; } = new("時間", "时间", "Time");

    public static LocalizedText Actor { get; } = new("操作者", "操作者", "Actor");

    public static LocalizedText About { get; } = new("對象", "对象", "About");

    public static LocalizedText Details { get; } = new("詳情", "详情", "Details");

    public static LocalizedText Place { get; } = new("序位", "序位", "Place in the log");

    public static LocalizedText Older { get; } = new("較早的記錄", "较早的记录", "Older entries");

    public static LocalizedText Nothing { get; } = new("沒有記錄。", "没有记录。", "Nothing here.");

    public static LocalizedText Department { get; } = new("部門", "部门", "Department");

    public static LocalizedText State { get; } = new("狀態", "状态", "State");

    public static LocalizedText Count { get; } = new("數目", "数量", "Count");

    public static LocalizedText Stuck { get; } = new("尚未送達（仍在嘗試或暫停）", "尚未送达（仍在尝试或已暂停）", "Not through yet (tried again, or held)");

    public static LocalizedText Item { get; } = new("服務", "事项", "Service");

    public static LocalizedText Attempts { get; } = new("嘗試次數", "尝试次数", "Attempts");

    public static LocalizedText Cause { get; } = new("原因", "原因", "Cause");
}
