using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>The words of the pages about a resident's cases. Those for what becomes of a case stand in <see cref="ProgressText"/>.</summary>
internal static class CaseText
{
    public static LocalizedText ListTitle { get; } = new("我的申請", "我的办件", "My applications");

    public static LocalizedText None { get; } = new("您還沒有申請。", "您还没有办件。", "You have no applications yet.");

    public static LocalizedText NoneNext { get; } = new("先找您想辦的服務，再按「立即申請」。", "请先找到想办的事项，再点击“立即申请”。", "Find what you would like to do, then press “Apply now”.");

    public static LocalizedText CaseNumber { get; } = new("個案編號", "办件编号", "Case number");

    public static LocalizedText SubmittedAt { get; } = new("提交時間", "提交时间", "Submitted");

    public static LocalizedText BackToList { get; } = new("返回我的申請", "返回我的办件", "Back to my applications");

    public static LocalizedText FiledNew { get; } = new("我們已收到您的申請", "我们已收到您的申请", "We have received your application");

    public static LocalizedText FiledNewNext { get; } = new(
        "請記下個案編號。您可以隨時回到這一頁查看進度。", "请记下办件编号。您可以随时回到本页查看进度。", "Note the case number. You can come back to this page at any time to see how it is going.");

    public static LocalizedText FiledAgain { get; } = new("這份申請之前已經收到", "该申请此前已收到", "This application had been received already");

    public static LocalizedText FiledAgainNext { get; } = new(
        "沒有重複提交。之後才改的內容不會計入；如要更改，請先撤回，再重新申請。",
        "未重复提交。之后修改的内容不会计入；如需更改，请先撤回，再重新申请。",
        "It was not filed twice. What you changed afterwards is not part of it: to change it, withdraw it and apply again.");

    public static LocalizedText Departments { get; } = new("辦理部門", "办理部门", "Departments");

    /// <summary>{0}: when.</summary>
    public static LocalizedText SignedFor { get; } = new("部門已於 {0} 電子簽收", "部门已于 {0} 电子签收", "The department signed for it on {0}");

    public static LocalizedText NotSignedFor { get; } = new("部門尚未簽收", "部门尚未签收", "The department has not signed for it yet");

    /// <summary>{0}: the last day.</summary>
    public static LocalizedText DecideBy { get; } = new(
        "部門須於 {0} 或之前作出決定", "部门须在 {0} 前（含当日）作出决定", "The department must decide by {0}");

    /// <summary>{0}: the last day.</summary>
    public static LocalizedText DecideByPassed { get; } = new(
        "部門應於 {0} 或之前作出決定，現已逾期。我們已通知跟進人員。", "部门应在 {0} 前（含当日）作出决定，现已逾期。我们已通知相关人员跟进。",
        "The department should have decided by {0}. It is late; we have told those who follow it up.");

    public static LocalizedText ClockStopped { get; } = new(
        "部門正等候您補交資料，這段時間不計入辦理期限。", "部门正在等待您补正材料，此期间不计入办理期限。",
        "The department is waiting for you. This time does not count towards its deadline.");

    /// <summary>{0}: when it opens again.</summary>
    public static LocalizedText ClosedUntil { get; } = new(
        "部門系統正在維護，至 {0} 恢復。您的申請已妥善保存，屆時會自動送交，無須重新提交。",
        "部门系统正在维护，至 {0} 恢复。您的申请已妥善保存，届时将自动送交，无需重新提交。",
        "The department is closed for maintenance until {0}. Your application is kept and goes out by itself after that; there is nothing to do again.");

    public static LocalizedText Reference { get; } = new("部門檔號", "部门受理号", "The department’s reference");

    public static LocalizedText LookAgain { get; } = new("看看最新進度", "查看最新进度", "See the latest progress");

    public static LocalizedText Timeline { get; } = new("進度", "办理进度", "What has happened");

    public static LocalizedText Evidence { get; } = new("下載憑證", "下载凭证", "Download the evidence");

    public static LocalizedText EvidenceHint { get; } = new(
        "這個檔案載有部門的電子簽署，證明部門已收到您的申請。請妥善保存。",
        "该文件含有部门的电子签名，可证明部门已收到您的申请。请妥善保存。",
        "This file holds the department’s signature and proves that it received your application. Keep it safe.");

    public static LocalizedText Withdraw { get; } = new("撤回申請", "撤回申请", "Withdraw this application");

    public static LocalizedText WithdrawTitle { get; } = new("確定要撤回申請嗎？", "确定撤回申请吗？", "Withdraw this application?");

    public static LocalizedText WithdrawLead { get; } = new(
        "撤回後，部門會停止辦理。這一步不能還原；如日後想辦，要重新申請。",
        "撤回后，部门将停止办理。此操作无法恢复；如需再办，须重新申请。",
        "The department stops working on it. This cannot be undone; you would have to apply again.");

    public static LocalizedText WithdrawYes { get; } = new("確定撤回", "确定撤回", "Yes, withdraw it");

    public static LocalizedText WithdrawNo { get; } = new("不撤回，返回申請", "不撤回，返回办件", "No, go back");
}
