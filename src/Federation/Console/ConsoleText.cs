using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What stands on several pages of the console.</summary>
internal static class ConsoleText
{
    public static LocalizedText Product { get; } = new("跨境通辦工作台", "跨境通办工作台", "Cross-Boundary Console");

    public static LocalizedText OfficersOnly { get; } = new("只供獲授權人員使用。所有操作均有記錄。", "仅供授权人员使用。所有操作均有记录。", "For authorised officers only. Everything done here is recorded.");

    public static LocalizedText Home { get; } = new("工作台首頁", "工作台首页", "Console home");

    public static LocalizedText Trust { get; } = new("證書及密鑰", "证书及密钥", "Certificates and keys");

    public static LocalizedText Audit { get; } = new("審計記錄", "审计记录", "Audit log");

    public static LocalizedText Deliveries { get; } = new("遞送情況", "投递情况", "Deliveries");

    public static LocalizedText SignIn { get; } = new("人員登入", "人员登录", "Officer sign-in");

    public static LocalizedText SignOut { get; } = new("登出", "退出登录", "Sign out");

    public static LocalizedText Name { get; } = new("名稱", "名称", "Name");

    public static LocalizedText Password { get; } = new("密碼", "密码", "Password");

    public static LocalizedText Code { get; } = new("驗證碼", "验证码", "Code");

    public static LocalizedText CodeHint { get; } = new("驗證器顯示的 6 位數字", "验证器显示的 6 位数字", "The 6 digits that your authenticator shows");

    public static LocalizedText YouAre { get; } = new("您的名稱", "您的名称", "You are");

    public static LocalizedText YourRole { get; } = new("您的職務", "您的岗位", "Your role");

    public static LocalizedText YouMay { get; } = new("您可以做的事", "您可以办理", "What you may do");

    public static LocalizedText SignedOut { get; } = new("您已登出。", "您已退出登录。", "You are signed out.");

    public static LocalizedText SignOutQuestion { get; } = new("確定要登出嗎？", "确定要退出吗？", "Do you want to sign out?");

    public static LocalizedText ErrorCode { get; } = new("編號", "编号", "Number");

    public static LocalizedText Role(OfficerRole role) => role switch
    {
        OfficerRole.SecurityOfficer => RoleSecurityOfficer,
        OfficerRole.Reviewer => RoleReviewer,
        OfficerRole.Auditor => RoleAuditor,
        _ => RoleOperator,
    };

    public static LocalizedText May(OfficerRole role) => role switch
    {
        OfficerRole.SecurityOfficer => MaySecurityOfficer,
        OfficerRole.Reviewer => MayReviewer,
        OfficerRole.Auditor => MayAuditor,
        _ => MayOperator,
    };

    public static LocalizedText RoleSecurityOfficer { get; } = new("保安主任", "安全主管", "Security officer");

    public static LocalizedText RoleReviewer { get; } = new("覆核員", "复核员", "Reviewer");

    public static LocalizedText RoleAuditor { get; } = new("審計員", "审计员", "Auditor");

    public static LocalizedText RoleOperator { get; } = new("營運員", "运维员", "Operator");

    public static LocalizedText MaySecurityOfficer { get; } = new(
        "查看並與另一位主任一同更改本系統信任的機構；緊急時可即時撤銷證書。", "查看并与另一位安全主管一同更改本系统信任的机构；紧急时可立即吊销证书。",
        "See whom the hub trusts, change it together with another officer, and revoke a certificate at once in an emergency.");

    public static LocalizedText MayReviewer { get; } = new(
        "決定未能自動核對的身分連結。", "决定未能自动核对的身份关联。", "Decide links between accounts that could not be matched by rule.");

    public static LocalizedText MayAuditor { get; } = new(
        "查看信任名單和審計記錄，不能更改任何內容。", "查看信任名单和审计记录，不能更改任何内容。", "Read the trust list and the audit log. Nothing can be changed.");

    public static LocalizedText MayOperator { get; } = new(
        "查看申請遞送到各部門的情況。", "查看申请投递到各部门的情况。", "See how deliveries to departments stand.");
}
