using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Language;

/// <summary>What stands on every page.</summary>
internal static class LayoutText
{
    public static LocalizedText Product { get; } = new(
        "粵港跨境通辦", "粤港跨境通办", "Hong Kong–Guangdong Cross-Boundary Services");

    public static LocalizedText SkipToContent { get; } = new("跳到主要內容", "跳到主要内容", "Skip to content");

    public static LocalizedText LanguageSwitch { get; } = new("語言", "语言", "Language");

    public static LocalizedText Menu { get; } = new("主目錄", "主导航", "Main menu");

    public static LocalizedText Start { get; } = new("找服務", "找服务", "Find a service");

    public static LocalizedText Service { get; } = new("服務", "事项", "Service");

    public static LocalizedText MyCases { get; } = new("我的申請", "我的办件", "My applications");

    public static LocalizedText MyConsents { get; } = new("我同意過的服務", "我的授权", "Services I agreed to");

    public static LocalizedText MyOffers { get; } = new("主動服務", "免申即享", "Services found for you");

    public static LocalizedText MyDelegations { get; } = new("代辦授權", "代办授权", "Acting for others");

    public static LocalizedText MySessions { get; } = new("我的登入", "我的登录", "Where you are signed in");

    public static LocalizedText MySignOuts { get; } = new("登出紀錄", "退出登录记录", "Sign-outs");

    public static LocalizedText MyNotices { get; } = new("電郵通知", "邮件通知", "E-mail notices");

    public static LocalizedText BackToStart { get; } = new("返回首頁", "返回首页", "Back to the start page");

    public static LocalizedText BackToService { get; } = new("正在返回服務", "正在返回服务", "Taking you back to the service");

    public static LocalizedText Continue { get; } = new("繼續", "继续", "Continue");

    public static LocalizedText Footer { get; } = new(
        "本服務只會在您同意後，才把您的資料交給您選擇的服務。",
        "本服务仅在您同意后，才将您的信息提供给您选择的服务。",
        "Your details are passed to a service only after you agree.");
}
