using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Sandbox.Home;

/// <summary>What the sign-in page says.</summary>
internal static class HomeText
{
    public static LocalizedText Title { get; } = new("香港示範登入", "香港演示登录", "Hong Kong demonstration sign-in");

    public static LocalizedText Choose { get; } = new("請選擇以哪位居民身分登入", "请选择以哪位居民身份登录", "Who is signing in?");

    public static LocalizedText Note { get; } = new(
        "沙盒環境：以下均為虛構人物，毋須密碼。", "沙盒环境：以下均为虚构人物，无需密码。", "Sandbox: these people are fictional, and no password is asked for.");

    public static LocalizedText Born { get; } = new("出生日期", "出生日期", "born");

    /// <summary>The language asked for first that there is; traditional Chinese otherwise.</summary>
    public static string Language(string? uiLocales)
    {
        foreach (var tag in (uiLocales ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (tag.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                return "en";
            if (tag.StartsWith("zh-Hans", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("zh-CN", StringComparison.OrdinalIgnoreCase))
                return "zh-Hans";
            if (tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
                return "zh-Hant";
        }

        return "zh-Hant";
    }
}
