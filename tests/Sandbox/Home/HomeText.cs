using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Sandbox.Home;

/// <summary>What the sign-in page says.</summary>
internal static class HomeText
{
    public static LocalizedText Title { get; } = new("香港示範登入", "香港演示登录", "Hong Kong demonstration sign-in");

    public static LocalizedText Choose { get; } = new("您是哪一位？", "您是哪一位？", "Who is signing in?");

    public static LocalizedText ChooseLead { get; } = new("按一下您的名字，便會登入。", "点按您的姓名即可登录。", "Press your name to sign in.");

    public static LocalizedText Note { get; } = new(
        "示範用途：以下均為虛構人物，毋須密碼。", "演示用途：以下均为虚构人物，无需密码。", "For demonstration: these people are invented, and no password is asked for.");

    public static LocalizedText Born { get; } = new("出生日期", "出生日期", "born");
}
