using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What is said of all that rests on one certificate.</summary>
internal static class BlastText
{
    public static LocalizedText Title { get; } = new("倚賴這張證書的一切", "依赖此证书的一切", "What rests on this certificate");

    public static LocalizedText Open { get; } = new("詳情及影響範圍", "详情及影响范围", "Details and what rests on it");

    public static LocalizedText What { get; } = new("項目", "项目", "What");

    public static LocalizedText HowMany { get; } = new("數目", "数量", "How many");

    public static LocalizedText SignIns { get; } = new("有紀錄的登入", "有记录的登录", "Sign-ins on record");

    public static LocalizedText LatestSignIns { get; } = new("過去 7 日的登入", "过去 7 天的登录", "Sign-ins of the last 7 days");

    public static LocalizedText Sessions { get; } = new("現時的登入時段", "当前登录会话", "Sessions that live now");

    public static LocalizedText Tokens { get; } = new("這些時段的有效權杖", "这些会话的有效令牌", "Valid tokens of these sessions");

    public static LocalizedText Applications { get; } = new("申請", "申请", "Applications");

    public static LocalizedText Deliveries { get; } = new("等候遞送的文件", "等待投递的材料", "Deliveries that wait");

    public static LocalizedText Receipts { get; } = new("部門回執", "部门回执", "Receipts of departments");

    public static LocalizedText Events { get; } = new("部門的進度通知", "部门的进度通知", "News of cases from departments");

    public static LocalizedText InNumbers { get; } = new(
        "倚賴它的有：{0} 個現時的登入時段、{1} 宗等候的遞送；過去 7 日有 {2} 次登入憑它核實。",
        "依赖它的有：{0} 个当前登录会话、{1} 件等待的投递；过去 7 天有 {2} 次登录凭它核验。",
        "On it rest {0} sessions that live now and {1} deliveries that wait; {2} sign-ins of the last 7 days were verified over it.");

    public static LocalizedText NotCounted { get; } = new(
        "沒有計算帳戶連結：連結本身不記錄當時憑哪張證書建立。", "未统计账户关联：关联本身不记录当时凭哪张证书建立。",
        "Account links are not counted: a link does not say over which certificate it was made.");

    public static LocalizedText KeyNotCounted { get; } = new(
        "這是密鑰；憑它發出的權杖及簽章沒有計算。", "这是密钥；凭它签发的令牌及签名未统计。",
        "This is a key: the tokens and signatures made with it are not counted.");

    public static LocalizedText Parties { get; } = new("以它簽署的各方", "以它签名的各方", "Who signs under it");

    public static LocalizedText History { get; } = new("變更紀錄", "变更记录", "Changes");

    public static LocalizedText NoHistory { get; } = new("沒有人員變更過它。", "没有人员变更过它。", "No officer has changed anything about it.");

    public static LocalizedText Decided { get; } = new("審批", "审批", "Decided");

    public static LocalizedText Ended { get; } = new("結束", "结束", "Ended");
}
