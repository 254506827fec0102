using System.Globalization;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Contacts;

/// <summary>
/// Says that something changed, and neither whom it is about nor for what: mail lies open on the way. The page that it names says more.
/// </summary>
internal static class MandateLetters
{
    /// <summary>{0}: address of the page.</summary>
    private static readonly LocalizedText Look = new("請登入查看：\n{0}", "请登录查看：\n{0}", "Sign in to see it:\n{0}");

    private static readonly LocalizedText NotYou = new(
        "如非您本人操作，請即在該頁撤回。", "如非您本人操作，请立即在该页撤回。", "If this was not you, end it on that page at once.");

    private static readonly LocalizedText NoAnswers = new(
        "這是系統電郵，請勿回覆。", "本邮件由系统发送，请勿回复。", "Nobody reads answers to this address.");

    public static Letter Of(ResidentNotice notice, MandateNews news, string address, string language, Uri hub)
    {
        var subject = SubjectOf(news).In(language);
        var look = string.Format(CultureInfo.InvariantCulture, Look.In(language), new Uri(hub, "delegations"));
        // What has ended needs no ending.
        string[] parts = news == MandateNews.Ended
            ? [subject, look, NoAnswers.In(language)]
            : [subject, look, NotYou.In(language), NoAnswers.In(language)];
        return new(notice.Id, address, subject, string.Join("\n\n", parts) + "\n", notice.At);
    }

    private static LocalizedText SubjectOf(MandateNews news) => news switch
    {
        MandateNews.Accepted => new("代辦授權已被接受", "代办授权已被接受", "An authorisation to act was accepted"),
        MandateNews.EndsSoon => new("代辦授權即將到期", "代办授权即将到期", "An authorisation to act ends soon"),
        _ => new("代辦授權已結束", "代办授权已结束", "An authorisation to act has ended"),
    };
}
