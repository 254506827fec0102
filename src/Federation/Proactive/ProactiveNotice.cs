using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Proactive;

/// <summary>What a resident reads before it is turned on. Stored word for word with the consent.</summary>
internal static class ProactiveNotice
{
    private static readonly LocalizedText Heading = new(
        "要我們主動為您找服務嗎？", "是否由我们主动为您查找可办事项？", "Shall we look for services that you may be entitled to?");

    private static readonly LocalizedText HowLabel = new("如何使用", "如何使用", "How they are used");

    private static readonly LocalizedText How = new(
        "系統一般每天查閱一次，按服務目錄內公開的規則核對。以上資料會加密保存，只作此用途，不會交給任何部門。我們不會代您申請，亦不會自動作出決定；是否批准由部門決定。如您已開啟電郵通知，有新發現時會發電郵提示，電郵不寫內容。",
        "系统一般每天查询一次，按事项目录中公开的规则核对。以上信息加密保存，仅用于此用途，不会提供给任何部门。我们不会代您申请，也不会自动作出决定；是否批准由部门决定。如您已开启邮件通知，有新发现时会发邮件提示，邮件不写内容。",
        "About once a day the hub compares them with the published rules of the catalogue. They are kept encrypted, for this alone, and given to no department. Nothing is filed for you and nothing is decided: whether you get a service is for the department to say. If you get our e-mail notices, a letter tells you that something was found, and not what.");

    private static readonly LocalizedText Account = new(
        "內地服務帳戶編號，用以查閱以下電子證照", "内地服务账户编号，用于查询以下电子证照", "The number of your mainland service account, to look up these licences by");

    /// <summary>{0}: name of the licence.</summary>
    private static readonly LocalizedText Licence = new("您在廣東省的電子證照：{0}", "您在广东省的电子证照：{0}", "Your electronic licence of Guangdong: {0}");

    private static readonly LocalizedText Apps = new(
        "您授權代遞申請的服務（例如應用程式），亦可取得為您找到的服務名稱及理由",
        "您授权代为提交申请的服务（例如应用程序），也可获取为您找到的事项名称和理由",
        "Services that you let file for you, such as apps, may also get what was found for you, and why");

    private static readonly LocalizedText Withdrawal = new(
        "您可隨時在「主動服務」頁關閉，或在「我同意過的服務」撤回。關閉後，找到的服務及所保存的資料即時刪除，不再查閱。",
        "您可随时在“免申即享”页关闭，或在“我的授权”中撤回。关闭后，已找到的事项和保存的信息立即删除，不再查询。",
        "You may turn it off at any time on the page “Services found for you”, or withdraw under “Services I agreed to”. What was found and what was kept is then deleted at once, and nothing is looked at any more.");

    private static readonly LocalizedText Question = new(
        "如不開啟，不影響您使用任何服務。", "如不开启，不影响您办理任何事项。", "If you leave it off, your use of services is not affected.");

    public static ConsentNotice Of(Recipient recipient, IReadOnlyList<RequiredDocument> licences, bool apps, string language)
    {
        var notice = ConsentText.For(recipient, [HubScopes.Offers], language);
        return notice with
        {
            Heading = Heading.In(language),
            Lines = [.. notice.Lines, new(HowLabel.In(language), How.In(language))],
            Kinds =
            [
                .. notice.Kinds,
                .. licences.Count > 0 ? [Account.In(language)] : Array.Empty<string>(),
                .. licences.Select(licence => string.Format(System.Globalization.CultureInfo.InvariantCulture, Licence.In(language), licence.Name.In(language))),
                .. apps ? [Apps.In(language)] : Array.Empty<string>(),
            ],
            Withdrawal = Withdrawal.In(language),
            Question = Question.In(language),
        };
    }
}
