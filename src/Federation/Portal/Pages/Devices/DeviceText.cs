using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Devices;

internal static class DeviceText
{
    public static LocalizedText Title { get; } = new("在自助服務機登入", "在自助服务机登录", "Sign in on a kiosk");

    public static LocalizedText Enter { get; } = new(
        "請輸入自助服務機畫面上的八個字母。", "请输入自助服务机屏幕上的八个字母。", "Type the eight letters that the kiosk shows.");

    public static LocalizedText Code { get; } = new("機上顯示的代碼", "机上显示的代码", "Code on the kiosk");

    public static LocalizedText Next { get; } = new("下一步", "下一步", "Next");

    public static LocalizedText Compare { get; } = new(
        "您面前的機器是否顯示這個代碼？", "您面前的机器是否显示这个代码？", "Does the machine in front of you show this code?");

    public static LocalizedText Machine { get; } = new("機器", "机器", "Machine");

    public static LocalizedText Warning { get; } = new(
        "如果代碼是別人傳給您、打電話告訴您或叫您掃描的，請按「不是」：對方可能想用您的身份登入。",
        "如果代码是别人发给您、打电话告诉您或让您扫描的，请按“不是”：对方可能想用您的身份登录。",
        "If somebody sent you this code, told you it on the phone or asked you to scan it, say no: they may want to sign in as you.");

    public static LocalizedText Yes { get; } = new("是，在這部機登入", "是，在这台机器登录", "Yes, sign in on this machine");

    public static LocalizedText No { get; } = new("不是", "不是", "No");

    public static LocalizedText Accepted { get; } = new("可以了", "可以了", "Done");

    public static LocalizedText AcceptedLead { get; } = new(
        "請回到自助服務機繼續。用完後請在機上按「完成」；就算忘記，十分鐘後機上的登入亦會自動失效。",
        "请回到自助服务机继续。用完后请在机上按“完成”；即使忘记，十分钟后机上的登录也会自动失效。",
        "Go on at the kiosk. Press “finish” there when you are done; if you forget, its sign-in ends by itself after ten minutes.");

    public static LocalizedText Denied { get; } = new("沒有登入", "没有登录", "Not signed in");

    public static LocalizedText DeniedLead { get; } = new(
        "那部機器沒有取得您的任何資料。", "那台机器没有取得您的任何信息。", "That machine got nothing about you.");
}
