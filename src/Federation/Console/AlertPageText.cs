using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What the pages about alerts and revocation say around the alerts' own sentences.</summary>
internal static class AlertPageText
{
    public static LocalizedText Alerts { get; } = new("警示", "告警", "Alerts");

    public static LocalizedText Unseen { get; } = new("{0} 項未確認", "{0} 项未确认", "{0} not acknowledged");

    public static LocalizedText NoneOpen { get; } = new("現時沒有警示。", "当前没有告警。", "Nothing to report.");

    public static LocalizedText Open { get; } = new("進行中", "进行中", "Open");

    public static LocalizedText Ended { get; } = new("已結束", "已结束", "Ended");

    public static LocalizedText Severity { get; } = new("緊急程度", "紧急程度", "Severity");

    public static LocalizedText Raised { get; } = new("發現時間", "发现时间", "Raised");

    public static LocalizedText LastSeen { get; } = new("最近一次發現", "最近一次发现", "Last seen");

    public static LocalizedText Acknowledged { get; } = new("已由 {0} 於 {1} 確認", "已由 {0} 于 {1} 确认", "Acknowledged by {0}, {1}");

    public static LocalizedText Acknowledge { get; } = new("我已知悉", "我已知悉", "I have seen it");

    public static LocalizedText EndsByItself { get; } = new(
        "情況解除後，警示會自動結束；確認只表示有人正在處理。", "情况解除后，告警会自动结束；确认仅表示有人正在处理。",
        "An alert ends by itself when its cause is gone. Acknowledging it says that somebody is at it.");

    public static LocalizedText Revocation { get; } = new("吊銷資料", "吊销信息", "Revocation");

    public static LocalizedText RevocationLead { get; } = new(
        "證書是否已被發證機構吊銷，由以下吊銷名單（CRL）及狀態查詢服務（OCSP）得知。資料逾期並超過寬限期後，依賴它的簽署便不獲接受。",
        "证书是否已被签发机构吊销，由以下吊销列表（CRL）及状态查询服务（OCSP）得知。信息逾期并超过宽限期后，依赖它的签名将不被接受。",
        "These lists (CRL) and responders (OCSP) tell which certificates their authorities have revoked. Past their grace, signatures that rest on them are refused.");

    public static LocalizedText List { get; } = new("吊銷名單（CRL）", "吊销列表（CRL）", "Revocation list (CRL)");

    public static LocalizedText Responder { get; } = new("狀態查詢服務（OCSP）", "状态查询服务（OCSP）", "Responder (OCSP)");

    public static LocalizedText Kind { get; } = new("種類", "种类", "Kind");

    public static LocalizedText Answers { get; } = new("查詢過的證書", "查询过的证书", "Certificates asked about");

    public static LocalizedText NotAsked { get; } = new(
        "尚未有需要查詢的證書；首次需要時會即時查詢。", "尚无需要查询的证书；首次需要时会立即查询。", "It was asked about no certificate yet; it is when one is first needed.");

    public static LocalizedText Certificate { get; } = new("證書", "证书", "Certificate");

    public static LocalizedText Of(RevocationStatementStatus status) => status switch
    {
        RevocationStatementStatus.Good => Good,
        RevocationStatementStatus.Revoked => Revoked,
        _ => Unknown,
    };

    public static LocalizedText Good { get; } = new("未被吊銷", "未被吊销", "Not revoked");

    public static LocalizedText Revoked { get; } = new("已吊銷", "已吊销", "Revoked");

    public static LocalizedText Unknown { get; } = new("機構不認識此證書", "机构不认识此证书", "Not known to its authority");

    public static LocalizedText Address { get; } = new("地址", "地址", "Address");

    public static LocalizedText Age { get; } = new("發出至今", "签发至今", "Age");

    public static LocalizedText Hours { get; } = new("{0} 小時", "{0} 小时", "{0} {0:hour|hours}");

    public static LocalizedText Fetched { get; } = new("最近取得", "最近取得", "Last fetched");

    public static LocalizedText Tried { get; } = new("最近嘗試", "最近尝试", "Last tried");

    public static LocalizedText LastFailure { get; } = new("上次失敗的原因", "上次失败的原因", "Why the last fetch failed");

    public static LocalizedText FetchNow { get; } = new("立即取得", "立即获取", "Fetch now");

    public static LocalizedText FetchedNow { get; } = new("已取得「{0}」。", "已获取“{0}”。", "“{0}” was fetched.");

    public static LocalizedText NeverFetched { get; } = new("從未取得", "从未获取", "Never fetched");

    public static LocalizedText NoLists { get; } = new("設定中沒有吊銷名單或查詢服務。", "设置中没有吊销列表或查询服务。", "The settings name no revocation list and no responder.");

    public static LocalizedText Of(NoticeSeverity severity) => severity switch
    {
        NoticeSeverity.Critical => Critical,
        NoticeSeverity.Warning => Warning,
        _ => Information,
    };

    public static LocalizedText Critical { get; } = new("緊急", "紧急", "Critical");

    public static LocalizedText Warning { get; } = new("注意", "注意", "Warning");

    public static LocalizedText Information { get; } = new("資訊", "信息", "Information");
}
