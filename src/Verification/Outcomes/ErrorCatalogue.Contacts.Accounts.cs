namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>What was typed is no e-mail address.</summary>
    public static ErrorDescriptor ContactAddressInvalid { get; } = new("CB7020", 422,
        new("電郵地址有誤", "电子邮箱有误", "This is not an e-mail address"),
        new("請檢查後再輸入，例如 name@example.com。", "请检查后重新输入，例如 name@example.com。", "Check it and type it again, such as name@example.com."));

    /// <summary>The code of a letter is another one, too old, or was tried too often.</summary>
    public static ErrorDescriptor ContactCodeWrong { get; } = new("CB7021", 422,
        new("驗證碼不正確或已過期", "验证码错误或已过期", "The code is wrong or too old"),
        new("請再看電郵；試了五次仍不正確，請重新發送。", "请再次查看邮件；连续五次错误后请重新发送。", "Look at the letter again. After five tries, have a new one sent."));

    /// <summary>Codes are asked for faster than they are sent.</summary>
    public static ErrorDescriptor ContactCodeTooSoon { get; } = new("CB7022", 429,
        new("暫時不能再發送驗證碼", "暂时不能再发送验证码", "No code can be sent just now"),
        new("請等一分鐘再試；每天最多發送十次。", "请一分钟后重试；每天最多发送十次。", "Wait a minute and try again. At most ten are sent in a day."));

    /// <summary>The settings name no mail server for residents.</summary>
    public static ErrorDescriptor MailNotOffered { get; } = new("CB7023", 503,
        new("暫不提供電郵通知", "暂不提供邮件通知", "E-mail notices are not offered here"),
        new("您可隨時在「我的申請」查看進度。", "您可随时在“我的办件”查看进度。", "You can see how your cases stand under “My applications”."));
}
