using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Sessions;

internal static class SessionsText
{
    public static LocalizedText Title { get; } = new("我的登入", "我的登录", "Where you are signed in");

    public static LocalizedText Lead { get; } = new(
        "以下是您現時有效的登入。如有不認得的裝置，請即結束該次登入；經該次登入使用的服務會同時失效並收到通知。",
        "以下是您当前有效的登录。如有不认识的设备，请立即结束该次登录；通过该次登录使用的服务会同时失效并收到通知。",
        "These are your open sign-ins. End any that you do not recognise: the services used with it stop at once and are told.");

    public static LocalizedText Ended { get; } = new("已結束 {0} 次登入。", "已结束 {0} 次登录。", "Sign-ins ended: {0}.");

    public static LocalizedText UnknownDevice { get; } = new("未能辨認的裝置", "无法识别的设备", "A device that we could not recognise");

    public static LocalizedText Here { get; } = new("這部裝置", "本设备", "This device");

    public static LocalizedText Open { get; } = new("使用中", "使用中", "Signed in");

    public static LocalizedText ServicesOnly { get; } = new(
        "瀏覽器已登出；您允許的服務仍可使用這次登入", "浏览器已退出；您允许的服务仍可使用此次登录", "The browser is signed out; services that you allowed still use this sign-in");

    public static LocalizedText Started { get; } = new("登入時間", "登录时间", "Signed in");

    public static LocalizedText Seen { get; } = new("最近使用", "最近使用", "Last used");

    public static LocalizedText Home { get; } = new("登入方式", "登录方式", "Signed in with");

    public static LocalizedText Assurance { get; } = new("核實程度", "核验等级", "How surely you were verified");

    public static LocalizedText Services { get; } = new("用過的服務", "用过的服务", "Services used");

    public static LocalizedText NoService { get; } = new("未有", "暂无", "None yet");

    public static LocalizedText Comma { get; } = new("、", "、", ", ");

    public static LocalizedText End { get; } = new("結束這次登入", "结束此次登录", "End this sign-in");

    public static LocalizedText EndHere { get; } = new("在這部裝置登出", "在本设备退出登录", "Sign out on this device");

    public static LocalizedText EndOthers { get; } = new("結束所有其他登入", "结束所有其他登录", "End all other sign-ins");

    public static LocalizedText LevelOf(string urn) => AssuranceLevels.ParseUrn(urn).Value switch
    {
        AssuranceLevel.High => new("高", "高", "High"),
        AssuranceLevel.Substantial => new("中", "中", "Substantial"),
        _ => new("基本", "基本", "Basic"),
    };
}
