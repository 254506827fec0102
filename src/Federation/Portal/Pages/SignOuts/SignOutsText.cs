using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.SignOuts;

internal static class SignOutsText
{
    public static LocalizedText SignedOut { get; } = new("您已登出", "您已退出登录", "You are signed out");

    public static LocalizedText SignedOutLead { get; } = new(
        "這部裝置上的登入已經結束。如使用公用裝置，請同時關閉瀏覽器。",
        "本设备上的登录已经结束。如使用公用设备，请同时关闭浏览器。",
        "Your sign-in on this device has ended. On a shared device, close the browser too.");

    public static LocalizedText Title { get; } = new("登出紀錄", "退出登录记录", "Sign-outs");

    public static LocalizedText Lead { get; } = new(
        "每次登出時，我們都會通知您用過的服務一併登出。以下是過去三十日的結果。",
        "每次退出登录时，我们都会通知您用过的服务一并退出。以下是过去三十天的结果。",
        "Whenever you sign out, we tell the services that you used to end your sign-in too. This is how it went in the last thirty days.");

    public static LocalizedText None { get; } = new("過去三十日沒有登出紀錄。", "过去三十天没有退出登录记录。", "There were no sign-outs in the last thirty days.");

    public static LocalizedText Confirmed { get; } = new("{1} 項服務中，{0} 項已確認登出", "{1} 项服务中，{0} 项已确认退出", "{0} of {1} {1:service|services} confirmed");

    public static LocalizedText Services { get; } = new("各項服務", "各项服务", "Service by service");

    public static LocalizedText Pages { get; } = new("頁", "分页", "Pages");

    public static LocalizedText Newer { get; } = new("較新", "较新", "Newer");

    public static LocalizedText Older { get; } = new("較舊", "较早", "Older");

    public static LocalizedText SignOutHere { get; } = new("在這部裝置登出", "在本设备退出登录", "Sign out on this device");

    public static LocalizedText CauseOf(SessionEnd cause) => cause switch
    {
        SessionEnd.SignedOut => new("您選擇了登出", "您选择了退出登录", "You signed out"),
        SessionEnd.Replaced => new("有另一人在同一瀏覽器登入", "有另一人在同一浏览器登录", "Somebody else signed in with the same browser"),
        SessionEnd.Distrusted => new("核實您身份的憑證已停用", "核实您身份的凭证已停用", "The certificate that proved your identity was withdrawn"),
        SessionEnd.EndedElsewhere => new("您在另一部裝置結束了這次登入", "您在另一台设备上结束了此次登录", "You ended it from another device"),
        SessionEnd.Officer => new("工作人員因安全理由結束了這次登入", "工作人员出于安全原因结束了此次登录", "An officer ended it for security"),
        SessionEnd.HomeClosed => new("本平台已停止接受該身份登入平台", "本平台已停止接受该身份登录平台", "We no longer accept the provider that you signed in with"),
        SessionEnd.HomeEnded => new("您的身份登入平台通知我們結束", "您的身份登录平台通知我们结束", "The provider that you sign in with ended it"),
        _ => throw new InvalidOperationException($"Nobody is told of {cause}."),
    };

    public static LocalizedText StateOf(LogoutNotice notice) => notice.Status switch
    {
        NoticeStatus.Confirmed => new("已確認登出", "已确认退出", "Confirmed"),
        NoticeStatus.NotOffered => new("這項服務不接收通知，請自行在該服務登出", "该服务不接收通知，请自行在该服务退出登录", "This service takes no notice. Sign out there yourself."),
        NoticeStatus.GivenUp => new("未能通知，請自行在該服務登出", "无法通知，请自行在该服务退出登录", "It could not be told. Sign out there yourself."),
        _ when notice.LastFault is not null => new("暫時未能通知，會繼續嘗試", "暂时无法通知，将继续尝试", "It could not be told yet. We keep trying."),
        _ => new("正在通知", "正在通知", "Being told"),
    };
}
