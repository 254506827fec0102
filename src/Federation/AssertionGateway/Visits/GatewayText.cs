using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.AssertionGateway.Visits;

/// <summary>What the gateway's few pages say.</summary>
internal static class GatewayText
{
    public static LocalizedText Product { get; } = new("智方便登入", "智方便登录", "iAM Smart sign-in");

    public static LocalizedText Waiting { get; } = new("請在手機上繼續", "请在手机上继续", "Go on, on your phone");

    public static LocalizedText WaitingLead { get; } = new(
        "請開啟「智方便」應用程式，按提示確認身分或同意提供資料。確認後，本頁會自動前往下一步。",
        "请打开“智方便”应用，按提示确认身份或同意提供信息。确认后，本页会自动进入下一步。",
        "Open the iAM Smart app and confirm what it asks. This page goes on by itself once you have.");

    /// <summary>{0}: title of what is signed.</summary>
    public static LocalizedText SigningLead { get; } = new(
        "請開啟「智方便」應用程式，核對文件標題「{0}」，然後簽署。簽署後，本頁會自動前往下一步。",
        "请打开“智方便”应用，核对文件标题“{0}”，然后签署。签署后，本页会自动进入下一步。",
        "Open the iAM Smart app, check that the document is “{0}”, and sign. This page goes on by itself once you have.");

    public static LocalizedText WaitingLink { get; } = new("已確認，但沒有反應？按此再試", "已确认，但没有反应？点此重试", "You confirmed and nothing happens? Look again");
}
