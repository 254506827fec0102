using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What stands on the page where an invited officer joins.</summary>
internal static class JoinText
{
    public static LocalizedText Title { get; } = new("接受邀請", "接受邀请", "Join as an officer");

    public static LocalizedText Invitation { get; } = new("邀請碼", "邀请码", "Invitation code");

    public static LocalizedText Next { get; } = new("繼續", "继续", "Continue");

    public static LocalizedText Scan { get; } = new(
        "用驗證器掃描下圖，或輸入以下密鑰：", "用验证器扫描下图，或输入以下密钥：", "Scan this with your authenticator, or type the secret into it:");

    public static LocalizedText Pattern { get; } = new("供驗證器掃描的圖案", "供验证器扫描的图案", "Pattern for your authenticator");

    public static LocalizedText NewPassword { get; } = new("新密碼（最少 12 個字元）", "新密码（至少 12 个字符）", "New password (12 characters or more)");

    public static LocalizedText Finish { get; } = new("完成", "完成", "Finish");

    public static LocalizedText Done { get; } = new(
        "帳戶已建立。請等驗證器顯示下一個驗證碼，再登入。", "账户已建立。请等验证器显示下一个验证码，再登录。",
        "Your account is there. Wait for your authenticator's next code, then sign in.");
}
