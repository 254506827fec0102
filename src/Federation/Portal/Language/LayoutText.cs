using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Language;

/// <summary>What stands on every page.</summary>
internal static class LayoutText
{
    public static LocalizedText Product { get; } = new(
        "粵港跨境通辦", "粤港跨境通办", "Hong Kong–Guangdong Cross-Boundary Services");

    public static LocalizedText SkipToContent { get; } = new("跳到主要內容", "跳到主要内容", "Skip to content");

    public static LocalizedText LanguageSwitch { get; } = new("語言", "语言", "Language");

    public static LocalizedText Footer { get; } = new(
        "本服務只會在您同意後，才把您的資料交給您選擇的服務。",
        "本服务仅在您同意后，才将您的信息提供给您选择的服务。",
        "Your details are passed to a service only after you agree.");
}
