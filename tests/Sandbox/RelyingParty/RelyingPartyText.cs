using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Sandbox.RelyingParty;

/// <summary>What the relying party says.</summary>
internal static class RelyingPartyText
{
    public static LocalizedText Title { get; } = new("粵省事（示範）", "粤省事（演示）", "Yueshengshi (demonstration)");

    public static LocalizedText Welcome { get; } = new("用香港身份辦廣東的事", "用香港身份办广东的事", "Guangdong services with your Hong Kong identity");

    public static LocalizedText WelcomeLead { get; } = new(
        "用您在香港的登入方式便可以，不用另開戶口，也不用再交證件副本。",
        "使用您在香港的登录方式即可，无需另行注册，也无需再交证件复印件。",
        "Sign in as you do at home. No second account, and no copies of your documents.");

    public static LocalizedText SignIn { get; } = new("用香港身份登入", "用香港身份登录", "Sign in with Hong Kong");

    public static LocalizedText SignInSm2 { get; } = new("登入企業版（國密 SM2 簽署）", "登录企业版（国密 SM2 签名）", "Sign in to the enterprise app (signed with SM2)");

    public static LocalizedText SignedOutByHub { get; } = new(
        "您已在認證平台登出，這裡的登入亦已結束。",
        "您已在认证平台退出登录，这里的登录也已结束。",
        "You signed out where you sign in, and your sign-in here has ended with it.");

    public static LocalizedText SignedIn { get; } = new("您好，{0}", "您好，{0}", "Hello, {0}");

    public static LocalizedText Verified { get; } = new("以下資料已經核實", "以下信息已经核实", "These details of yours are verified");

    public static LocalizedText Raw { get; } = new("收到的全部資料（技術用）", "收到的全部信息（技术用）", "Everything received (technical)");

    public static LocalizedText ApplyFor { get; } = new("現在可以辦理", "现在可以办理", "You can now apply for");

    public static LocalizedText ApplyNow { get; } = new("遞交申請", "提交申请", "Submit the application");

    public static LocalizedText SignOut { get; } = new("登出", "退出登录", "Sign out");

    public static LocalizedText Refused { get; } = new("未能登入", "未能登录", "You are not signed in");

    public static LocalizedText RefusedLead { get; } = new(
        "這次沒有登入，我們沒有收到您的任何資料。您可以返回首頁再試。",
        "本次没有登录，我们没有收到您的任何信息。您可以返回首页重试。",
        "The sign-in was not finished, and we received nothing about you. You can go back and try again.");

    public static LocalizedText Back { get; } = new("返回首頁", "返回首页", "Back to the start");

    public static LocalizedText NotTaken { get; } = new("申請未能遞交", "申请未能提交", "The application was not accepted");

    public static LocalizedText NotFound { get; } = new("找不到這個個案", "找不到该办件", "There is no such case");

    public static LocalizedText Case { get; } = new("您的申請", "您的申请", "Your application");

    public static LocalizedText CaseNumber { get; } = new("個案編號", "办件编号", "Case number");

    public static LocalizedText Receipt { get; } = new("部門已簽署的回執", "部门已签名的回执", "The department's signed receipt");

    public static LocalizedText Department { get; } = new("部門", "部门", "Department");

    public static LocalizedText Reference { get; } = new("部門編號", "部门编号", "Department's reference");

    public static LocalizedText ReceivedAt { get; } = new("簽收時間", "签收时间", "Received");

    public static LocalizedText Outcome { get; } = new("結果", "结果", "Outcome");

    public static LocalizedText RawReceipt { get; } = new("回執原文（可離線核實）", "回执原文（可离线核验）", "The receipt itself (can be verified offline)");

    public static LocalizedText Waiting { get; } = new(
        "正在等待部門簽收，本頁會自動更新。", "正在等待部门签收，本页会自动更新。", "Waiting for the department. This page looks again by itself.");

    public static LocalizedText Refresh { get; } = new("現在更新", "立即刷新", "Look again now");

    /// <summary>The words of the hub's API for where a case stands.</summary>
    public static LocalizedText Status(string? status) => status switch
    {
        "submitted" or "queued" or "sent" => new("已遞交", "已提交", "Submitted"),
        "in_progress" => new("部門處理中", "部门办理中", "In progress"),
        "action_needed" => new("需要您跟進", "需要您处理", "Something is needed from you"),
        "accepted" => new("部門已受理", "部门已受理", "Accepted"),
        "rejected" => new("部門不受理", "部门不予受理", "Not accepted by the department"),
        "withdrawn" => new("已撤回", "已撤回", "Withdrawn"),
        "completed" => new("已辦妥", "已办结", "Done"),
        _ => new(status ?? "", status ?? "", status ?? ""),
    };
}
