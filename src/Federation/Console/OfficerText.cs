using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What stands on the page where security officers see to the accounts of others.</summary>
internal static class OfficerText
{
    public static LocalizedText Officers { get; } = new("人員", "人员", "Officers");

    public static LocalizedText Intro { get; } = new(
        "所有可進入工作台的人員。不可更改自己的帳戶：請另一位保安主任執行。", "所有可进入工作台的人员。不能更改自己的账户：请另一位安全主管执行。",
        "Everybody who may come into the console. Nobody changes their own account: another security officer does.");

    public static LocalizedText Invite { get; } = new("邀請人員", "邀请人员", "Invite an officer");

    public static LocalizedText InviteDo { get; } = new("發出邀請", "发出邀请", "Make the invitation");

    public static LocalizedText NameHint { get; } = new(
        "小寫英文字母、數字、點和連字號。若該名稱已有邀請，舊邀請即告無效。", "小写英文字母、数字、点和连字符。若该名称已有邀请，旧邀请即失效。",
        "Small letters, digits, dots and hyphens. An earlier invitation for that name is void.");

    public static LocalizedText Role { get; } = new("職務", "岗位", "Role");

    public static LocalizedText CodeFor { get; } = new("{0} 的邀請碼", "{0} 的邀请码", "The code for {0}");

    public static LocalizedText CodeOnce { get; } = new(
        "邀請碼只在此顯示一次，24 小時內可用一次。請當面或經電話交給您認識的人，由對方到 /console/join 輸入。",
        "邀请码只在此显示一次，24 小时内可用一次。请当面或通过电话交给您认识的人，由对方到 /console/join 输入。",
        "It is shown here and nowhere else, and holds once, for 24 hours. Hand it over in person or by telephone to somebody whom you know; they type it at /console/join.");

    public static LocalizedText Open { get; } = new("未使用的邀請", "未使用的邀请", "Invitations that nobody has used");

    public static LocalizedText Until { get; } = new("有效至", "有效至", "Holds until");

    public static LocalizedText Void { get; } = new("取消給 {0} 的邀請", "取消给 {0} 的邀请", "Void the invitation for {0}");

    public static LocalizedText Since { get; } = new("加入時間", "加入时间", "Joined");

    public static LocalizedText Active { get; } = new("可登入", "可登录", "May sign in");

    public static LocalizedText DisabledSince { get; } = new("已於 {0} 停用", "已于 {0} 停用", "Disabled since {0}");

    public static LocalizedText Waits { get; } = new(
        "已重設，等候以邀請碼重新加入", "已重置，等候以邀请码重新加入", "Was reset, and has not joined again");

    public static LocalizedText Yourself { get; } = new("這是您的帳戶", "这是您的账户", "This is your account");

    public static LocalizedText Act { get; } = new("更改 {0} 的帳戶", "更改 {0} 的账户", "Change the account of {0}");

    public static LocalizedText DisableWill { get; } = new(
        "停用：{0} 即時被登出，給這個名稱的邀請作廢，直至重新啟用前不能再進入。", "停用：{0} 立即退出登录，给此名称的邀请作废，重新启用前不能再进入。",
        "To disable ends what {0} has open at once, voids invitations for that name, and keeps them out until they are enabled again.");

    public static LocalizedText ResetWill { get; } = new(
        "重設：{0} 的密碼、驗證器、通行密鑰及與機構帳戶的綁定全部作廢，並即時被登出。您會取得一個新的邀請碼交給本人。",
        "重置：{0} 的密码、验证器、通行密钥及与机构账户的绑定全部作废，并立即退出登录。您会取得一个新的邀请码交给本人。",
        "To reset voids the password, authenticator, passkeys and the tie to the organisation of {0}, and ends what they have open. You get a code with which they join again.");

    public static LocalizedText EnableWill { get; } = new(
        "啟用：{0} 可憑停用前的密碼、驗證器和通行密鑰再次登入。", "启用：{0} 可凭停用前的密码、验证器和通行密钥再次登录。",
        "To enable lets {0} in again, with the password, authenticator and passkeys of before.");

    public static LocalizedText Disable { get; } = new("停用 {0}", "停用 {0}", "Disable {0}");

    public static LocalizedText Enable { get; } = new("啟用 {0}", "启用 {0}", "Enable {0}");

    public static LocalizedText Reset { get; } = new("重設 {0}", "重置 {0}", "Reset {0}");

    public static LocalizedText TypedWrongly { get; } = new(
        "輸入的名稱不符，沒有執行任何操作", "输入的名称不符，没有执行任何操作", "The name that was typed is another one: nothing was done");
}
