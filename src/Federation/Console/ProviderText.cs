using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What the console says where officers sign in at their own organisation.</summary>
internal static class ProviderText
{
    public static LocalizedText SignIn { get; } = new("以機構帳戶登入", "用机构账户登录", "Sign in through your organisation");

    public static LocalizedText Join { get; } = new("以機構帳戶加入", "用机构账户加入", "Join through your organisation");

    public static LocalizedText OrEmpty { get; } = new(
        "留空，則改由機構登入平台確認", "留空，则改由机构登录平台确认", "Leave it empty to confirm through your organisation instead");

    public static LocalizedText WillBeAsked { get; } = new(
        "您將轉到機構登入平台重新登入，以確認這項操作。", "您将转到机构登录平台重新登录，以确认此操作。",
        "You will be asked to sign in to your organisation anew, to confirm this step.");

    public static LocalizedText Arrived { get; } = new("登入成功", "登录成功", "You are signed in");

    public static LocalizedText GoOn { get; } = new("繼續", "继续", "Go on");

    public static LocalizedText Proved { get; } = new("身分已確認", "身份已确认", "You have confirmed that it is you");

    public static LocalizedText ProvedLead { get; } = new(
        "請核對以下內容，然後完成操作。確認只適用於這項操作，十分鐘內有效。", "请核对以下内容，然后完成操作。确认仅适用于此操作，十分钟内有效。",
        "Look once more at what you are about to do. The confirmation holds for this step alone, for ten minutes.");

    public static LocalizedText Finish { get; } = new("完成操作", "完成操作", "Do it now");

    public static LocalizedText Back { get; } = new("返回，不執行", "返回，不执行", "Go back without doing it");
}
