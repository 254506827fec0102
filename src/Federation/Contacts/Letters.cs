using System.Globalization;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Contacts;

/// <summary>
/// What residents read. Of personal data no more than the number of the case: no name, no department, no document. Mail lies open on the way
/// and on shared telephones.
/// </summary>
internal static class Letters
{
    private static readonly LocalizedText CodeSubject = new("電郵地址驗證碼", "邮箱验证码", "Your code");

    /// <summary>{0}: the code.</summary>
    private static readonly LocalizedText Code = new(
        "您的驗證碼是 {0}，15 分鐘內有效。\n請在剛才的頁面輸入。我們不會向您索取此驗證碼。\n\n如果不是您本人操作，請不用理會這封電郵。",
        "您的验证码为 {0}，15 分钟内有效。\n请在刚才的页面输入。我们不会向您索要此验证码。\n\n如非您本人操作，请忽略本邮件。",
        "Your code is {0}. It is good for 15 minutes.\nType it into the page that you came from. We never ask you for it.\n\nIf this was not you, do nothing.");

    /// <summary>{0}: number of the case.</summary>
    private static readonly LocalizedText StatusSubject = new("個案 {0} 有新進度", "办件 {0} 有新进展", "News of case {0}");

    /// <summary>{0}: number of the case, {1}: the last day.</summary>
    private static readonly LocalizedText DocumentsSubject = new("個案 {0}：請於 {1} 或之前補交文件", "办件 {0}：请在 {1} 前（含当日）补交材料", "Case {0}: documents to hand in by {1}");

    /// <summary>{0}: number of the case, {1}: the last day.</summary>
    private static readonly LocalizedText DocumentsLate = new("個案 {0}：文件應於 {1} 或之前補交，現已逾期", "办件 {0}：材料应在 {1} 前（含当日）补交，现已逾期", "Case {0}: documents were due by {1}");

    private static readonly LocalizedText UnfiledSubject = new("您的申請尚未提交", "您的申请尚未提交", "Your application was not submitted");

    /// <summary>{0}: the address of the page that goes on.</summary>
    private static readonly LocalizedText Unfiled = new(
        "您已在平台填寫申請並進行簽署，但申請未能提交，部門亦沒有收到任何資料。\n您填寫的內容會保留一天。請打開以下網頁，登入後按「再簽署一次」：\n{0}\n\n這是系統電郵，請勿回覆。",
        "您已在平台填写申请并进行签署，但申请未能提交，部门也没有收到任何信息。\n您填写的内容将保留一天。请打开以下网页，登录后点击“重新签署”：\n{0}\n\n本邮件由系统发送，请勿回复。",
        "You filled in an application and went to sign it, but it could not be submitted: no department has received anything.\nWhat you filled in is kept for a day. Open this page, sign in and press “Sign once more”:\n{0}\n\nNobody reads answers to this address.");

    /// <summary>{0}: the address of the case.</summary>
    private static readonly LocalizedText Look = new(
        "請登入查看詳情：\n{0}\n\n您可隨時在平台的「電郵通知」頁停止接收。這是系統電郵，請勿回覆。",
        "请登录查看详情：\n{0}\n\n您可随时在平台的“邮件通知”页停止接收。本邮件由系统发送，请勿回复。",
        "Sign in to see more:\n{0}\n\nYou can stop these letters at any time on the page “E-mail notices”. Nobody reads answers to this address.");

    public static Letter OfCode(string code, string address, string language, DateTimeOffset at) =>
        new(Guid.NewGuid().ToString("N"), address, CodeSubject.In(language), Fill(Code, language, code) + "\n", at);

    public static Letter Of(ResidentNotice notice, string address, string language, Uri hub)
    {
        if (notice.Unfiled is { } signing)
            return new(notice.Id, address, UnfiledSubject.In(language), Fill(Unfiled, language, new Uri(hub, "sign/" + signing)) + "\n", notice.At);

        if (notice.Mandate is { } news)
            return MandateLetters.Of(notice, news, address, language, hub);

        var subject = notice.CaseStatus is not null ? Fill(StatusSubject, language, notice.CaseNumber)
            : Fill(IsLate(notice) ? DocumentsLate : DocumentsSubject, language, notice.CaseNumber, Day(notice.DocumentsDue!.Value));
        var told = notice.CaseStatus is { } status ? $"{subject}\n{Words(status).In(language)}" : subject;
        return new(notice.Id, address, subject, $"{told}\n\n{Fill(Look, language, new Uri(hub, "cases/" + notice.CaseNumber))}\n", notice.At);
    }

    private static bool IsLate(ResidentNotice notice) => notice.DocumentsDue < Applications.Clock.WorkingCalendar.DayOf(notice.At);

    private static LocalizedText Words(ApplicationStatus status) => status switch
    {
        ApplicationStatus.ActionNeeded => new("部門需要您跟進。", "需要您处理。", "Something is needed from you."),
        ApplicationStatus.Accepted => new("部門已受理。", "部门已受理。", "It was accepted."),
        ApplicationStatus.Rejected => new("部門不受理。", "部门不予受理。", "It was turned down."),
        ApplicationStatus.Withdrawn => new("申請已撤回。", "申请已撤回。", "It was withdrawn."),
        ApplicationStatus.Completed => new("已辦妥。", "已办结。", "It is done."),
        _ => new("部門正在處理。", "部门正在办理。", "It is being worked on."),
    };

    // The same digits in every language: a day is not misread by whoever reads two of them.
    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Fill(LocalizedText text, string language, params ReadOnlySpan<object?> blanks) =>
        string.Format(CultureInfo.InvariantCulture, text.In(language), blanks);
}
