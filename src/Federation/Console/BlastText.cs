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

    public static LocalizedText Links { get; } = new("帳戶連結", "账户关联", "Account links");

    public static LocalizedText Sessions { get; } = new("現時的登入時段", "当前登录会话", "Sessions that live now");

    public static LocalizedText Tokens { get; } = new("這些時段的有效權杖", "这些会话的有效令牌", "Valid tokens of these sessions");

    public static LocalizedText Applications { get; } = new("申請", "申请", "Applications");

    public static LocalizedText Deliveries { get; } = new("等候遞送的文件", "等待投递的材料", "Deliveries that wait");

    public static LocalizedText Receipts { get; } = new("部門回執", "部门回执", "Receipts of departments");

    public static LocalizedText Events { get; } = new("部門的進度通知", "部门的进度通知", "News of cases from departments");

    public static LocalizedText InNumbers { get; } = new(
        "倚賴它的有：{0} 個現時的登入時段、{1} 宗等候的遞送；過去 7 日有 {2} 次登入憑它核實。",
        "依赖它的有：{0} 个当前登录会话、{1} 件等待的投递；过去 7 天有 {2} 次登录凭它核验。",
        "On it rest {0} {0:session that lives|sessions that live} now and {1} {1:delivery that waits|deliveries that wait}; {2} {2:sign-in|sign-ins} of the last 7 days {2:was|were} verified over it.");

    public static LocalizedText KeyNotCounted { get; } = new(
        "依賴方以此密鑰證明自己的身分；系統沒有按密鑰記錄它查詢過甚麼。", "依赖方以此密钥证明自己的身份；系统未按密钥记录其查询内容。",
        "A relying party proves itself with this key; what it asked for is not kept by key.");

    public static LocalizedText KeyTitle { get; } = new("以這條密鑰簽署的一切", "以此密钥签名的一切", "What rests on this key");

    public static LocalizedText KeyTokens { get; } = new("有效的身分及存取權杖", "有效的身份及访问令牌", "Valid id and access tokens");

    public static LocalizedText Envelopes { get; } = new("已簽署的遞送封套", "已签名的投递信封", "Envelopes to departments");

    public static LocalizedText EnvelopesWaiting { get; } = new("其中未有部門答覆的", "其中部门尚未答复的", "Those that no department has answered");

    public static LocalizedText Attestations { get; } = new("未到期的核實證明", "未到期的核验证明", "Attestations that have not expired");

    public static LocalizedText Checkpoints { get; } = new("審計記錄的檢查點", "审计日志的检查点", "Checkpoints of the audit log");

    public static LocalizedText KeyHow { get; } = new(
        "權杖按依賴方的算法及密鑰使用期計算。對機構及目錄的請求用後即棄，不作記錄。", "令牌按依赖方的算法及密钥使用期统计。对机构及目录的请求用后即弃，不作记录。",
        "Tokens are counted by the relying parties' algorithm and the time in which the key signed. Requests to homes and directories are gone once answered, and not kept.");

    public static LocalizedText Export { get; } = new("匯出完整清單", "导出完整列表", "Take the whole list away");

    public static LocalizedText ExportHint { get; } = new(
        "清單只有編號及各方名稱，沒有個人資料。匯出會記入審計記錄。", "列表只有编号及各方名称，没有个人信息。导出会记入审计日志。",
        "The list holds ids and the names of parties, and no personal data. Taking it is written to the audit log.");

    public static LocalizedText Parties { get; } = new("以它簽署的各方", "以它签名的各方", "Who signs under it");

    public static LocalizedText History { get; } = new("變更紀錄", "变更记录", "Changes");

    public static LocalizedText NoHistory { get; } = new("沒有人員變更過它。", "没有人员变更过它。", "No officer has changed anything about it.");

    public static LocalizedText Decided { get; } = new("審批", "审批", "Decided");

    public static LocalizedText Ended { get; } = new("結束", "结束", "Ended");
}
