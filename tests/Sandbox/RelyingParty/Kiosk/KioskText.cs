using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Sandbox.RelyingParty.Kiosk;

/// <summary>What the kiosk says.</summary>
internal static class KioskText
{
    public static LocalizedText Title { get; } = new("粵智助自助服務機（示範）", "粤智助自助服务机（演示）", "Yuezhizhu kiosk (demonstration)");

    public static LocalizedText Welcome { get; } = new("在這裡辦理政府服務", "在这里办理政府服务", "Government services, right here");

    public static LocalizedText WelcomeLead { get; } = new(
        "用您自己的手機確認身份便可以。這部機器不會留下您的資料。",
        "用您自己的手机确认身份即可。本机不会留下您的信息。",
        "Say who you are with your own phone. Nothing of yours stays on this machine.");

    public static LocalizedText Start { get; } = new("開始", "开始", "Start");

    public static LocalizedText Scan { get; } = new("請用手機掃描圖案", "请用手机扫描图案", "Scan the pattern with your phone");

    public static LocalizedText OrType { get; } = new("或在手機瀏覽器打開以下網址，輸入代碼：", "或在手机浏览器打开以下网址，输入代码：", "Or open this address on your phone and type the code:");

    public static LocalizedText Waiting { get; } = new(
        "請核對手機上的代碼是否相同。您確認後，這一頁會自動繼續。",
        "请核对手机上的代码是否一致。您确认后，本页会自动继续。",
        "See that your phone shows the same code. Once you have confirmed, this page goes on by itself.");

    public static LocalizedText Hello { get; } = new("您好，{0}", "您好，{0}", "Hello, {0}");

    public static LocalizedText Finish { get; } = new("完成，並清除畫面", "完成并清除屏幕", "Finish and clear the screen");

    public static LocalizedText Cancel { get; } = new("取消", "取消", "Cancel");

    public static LocalizedText Refused { get; } = new("手機上沒有同意，或代碼已過期。", "手机上未同意，或代码已过期。", "It was not confirmed on the phone, or the code is over.");
}
