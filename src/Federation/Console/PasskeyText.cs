using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What the console says about passkeys.</summary>
internal static class PasskeyText
{
    /// <summary>Named in the view data of a page that asks for a code: there a passkey may answer instead.</summary>
    public const string TakesCode = "takes-code";

    public static LocalizedText Title { get; } = new("通行密鑰", "通行密钥", "Passkeys");

    public static LocalizedText What { get; } = new(
        "通行密鑰讓您以指紋、面容或裝置密碼登入和確認操作，毋須輸入密碼和驗證碼。密碼和驗證碼仍然有效。",
        "通行密钥让您用指纹、面容或设备密码登录和确认操作，无需输入密码和验证码。密码和验证码仍然有效。",
        "A passkey lets you sign in and confirm steps with a finger, a face or the number of your device, in place of password and code. Those go on working.");

    public static LocalizedText Yours { get; } = new("您的通行密鑰", "您的通行密钥", "Your passkeys");

    public static LocalizedText None { get; } = new("您尚未設定通行密鑰。", "您尚未设置通行密钥。", "You have no passkey yet.");

    public static LocalizedText Added { get; } = new("加入時間", "添加时间", "Added");

    public static LocalizedText Kept { get; } = new("存放方式", "保存方式", "Where it is kept");

    public static LocalizedText OneDevice { get; } = new("只在一部裝置上", "仅在一台设备上", "On one device only");

    public static LocalizedText Synced { get; } = new("可在多部裝置間同步", "可在多台设备间同步", "May be copied between devices of one account");

    public static LocalizedText Remove { get; } = new("移除「{0}」", "移除“{0}”", "Remove “{0}”");

    public static LocalizedText RemoveWarning { get; } = new(
        "移除後，這條通行密鑰不能再用來登入或確認操作，亦不能復原。", "移除后，此通行密钥不能再用于登录或确认操作，且无法恢复。",
        "Once removed it signs nobody in and confirms nothing. It does not come back.");

    public static LocalizedText New { get; } = new("加入通行密鑰", "添加通行密钥", "Add a passkey");

    public static LocalizedText NewName { get; } = new("名稱", "名称", "Name of the passkey");

    public static LocalizedText NewNameHint { get; } = new("例如「辦公室電腦」，方便日後辨認", "例如“办公室电脑”，便于日后辨认", "Such as “office laptop”: by it you tell them apart");

    public static LocalizedText WithoutScript { get; } = new(
        "這個瀏覽器不支援通行密鑰，或已停用指令碼。您仍可使用密碼和驗證碼。", "此浏览器不支持通行密钥，或已禁用脚本。您仍可使用密码和验证码。",
        "This browser knows no passkeys, or its scripts are switched off. Password and code go on working.");

    public static LocalizedText SignIn { get; } = new("以通行密鑰登入", "用通行密钥登录", "Sign in with a passkey");

    public static LocalizedText OrPassword { get; } = new("或使用密碼和驗證碼", "或使用密码和验证码", "Or with password and code");

    public static LocalizedText Instead { get; } = new("改用通行密鑰確認", "改用通行密钥确认", "Confirm with a passkey instead");

    public static LocalizedText Confirmed { get; } = new(
        "通行密鑰已確認，請按下方按鈕繼續（五分鐘內有效）。", "通行密钥已确认，请点击下方按钮继续（五分钟内有效）。",
        "Your passkey has answered. Press the button below within five minutes to go on.");

    public static LocalizedText Fault { get; } = new(
        "未能使用通行密鑰。請再試一次，或使用驗證碼。", "未能使用通行密钥。请重试，或使用验证码。", "The passkey did not answer. Try again, or use your code.");

    public static LocalizedText FreshProof { get; } = new("新的驗證碼", "新的验证码", "A fresh code");

    public static LocalizedText Done { get; } = new("通行密鑰已加入。", "通行密钥已添加。", "The passkey is added.");

    public static LocalizedText Gone { get; } = new("通行密鑰已移除。", "通行密钥已移除。", "The passkey is removed.");
}
