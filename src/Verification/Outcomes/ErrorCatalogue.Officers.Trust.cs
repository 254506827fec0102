namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>An officer's name, password and code that do not belong together, whichever of them is wrong.</summary>
    public static ErrorDescriptor OfficerSignInRefused { get; } = new("CB6050", 403,
        new("未能登入", "登录失败", "You are not signed in"),
        new("請核對名稱、密碼和驗證碼。每個驗證碼只可使用一次，請等下一個再試。", "请核对名称、密码和验证码。每个验证码只能使用一次，请等下一个再试。",
            "Check name, password and code. A code is taken once: wait for the next one."));

    /// <summary>Too many attempts to sign in as one officer from one address.</summary>
    public static ErrorDescriptor OfficerLocked { get; } = new("CB6051", 429,
        new("嘗試次數過多，暫時不能登入", "尝试次数过多，暂时无法登录", "Too many attempts: signing in is paused"),
        new("請在 15 分鐘後再試。", "请在 15 分钟后再试。", "Try again in 15 minutes."));

    /// <summary>A page of the console that is for another role.</summary>
    public static ErrorDescriptor OfficerRoleMissing { get; } = new("CB6052", 403,
        new("您的職務不能使用這一頁", "您的岗位无权使用此页", "This page is not for your role"),
        new("請返回工作台；如職務有誤，請聯絡管理員。", "请返回工作台；如岗位有误，请联系管理员。", "Go back to your console; if your role is wrong, ask your administrator."));

    /// <summary>A code of an invitation that is unknown, used or too old.</summary>
    public static ErrorDescriptor OfficerInvitationRefused { get; } = new("CB6053", 403,
        new("邀請碼無效", "邀请码无效", "This invitation does not hold"),
        new("邀請碼在 24 小時內有效，只可使用一次；請索取新的邀請碼。", "邀请码 24 小时内有效，仅可使用一次；请索取新的邀请码。",
            "An invitation holds for 24 hours and once. Ask for a new one."));

    /// <summary>A password of an officer that is too short or too plain.</summary>
    public static ErrorDescriptor OfficerPasswordWeak { get; } = new("CB6054", 422,
        new("密碼太簡單", "密码过于简单", "The password is too weak"),
        new("請使用最少 12 個字元的密碼。", "请使用至少 12 个字符的密码。", "Use a password of 12 characters or more."));

    /// <summary>A name for an officer that somebody has, or that no officer can have.</summary>
    public static ErrorDescriptor OfficerNameRefused { get; } = new("CB6055", 409,
        new("不能使用這個名稱", "无法使用此名称", "This name cannot be used"),
        new("請用另一個名稱：只限小寫英文字母、數字、點和連字號。", "请使用其他名称：仅限小写英文字母、数字、点和连字符。",
            "Use another one: small letters, digits, dots and hyphens."));

    /// <summary>A code that an officer gave for a step of weight does not hold, or was taken before.</summary>
    public static ErrorDescriptor OfficerCodeRefused { get; } = new("CB6056", 403,
        new("驗證碼不正確或已使用", "验证码不正确或已使用", "The code does not hold, or was taken before"),
        new("請等驗證器顯示下一個驗證碼，再試一次。", "请等验证器显示下一个验证码，再试一次。", "Wait for the next code of your authenticator, and try again."));
}
