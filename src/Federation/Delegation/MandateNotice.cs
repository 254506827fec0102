using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Delegation;

/// <summary>
/// What the principal reads before anybody may act for them: who gets what, for which items, until when. It is kept in the ledger of consents
/// to the letter, once for each service, because the law wants each recipient told apart (PIPL article 23, and 31 for children).
/// </summary>
internal sealed class MandateNotice(Recipients recipients)
{
    private static readonly LocalizedText Heading = new("是否授權他人代您辦理？", "是否授权他人代您办理？", "Do you let somebody act for you?");
    private static readonly LocalizedText EnterpriseHeading = new("是否授權他人代企業辦理？", "是否授权他人代企业办理？", "Do you let somebody act for the enterprise?");
    private static readonly LocalizedText EnterpriseLabel = new("企業", "企业", "Enterprise");
    private static readonly LocalizedText AgentLabel = new("誰代辦", "谁代办", "Who acts");
    private static readonly LocalizedText ItemsLabel = new("可代辦的服務", "可代办的事项", "For these services");
    private static readonly LocalizedText UntilLabel = new("有效至", "有效至", "Until");
    private static readonly LocalizedText AtLabel = new("在哪裡辦理", "在哪里办理", "Where");
    private static readonly LocalizedText KindsLabel = new("上述服務可取得的資料", "上述服务可获取的信息", "What these may have");
    private static readonly LocalizedText Comma = new("、", "、", ", ");

    private static readonly LocalizedText ByCode = new(
        "（下一頁的授權碼交給誰，就由誰代辦）", "（下一页的授权码交给谁，就由谁代办）", " (whoever you give the code on the next page to)");

    private static readonly LocalizedText Limits = new(
        "代辦人只能辦理以上服務，不能代您簽署或作出承諾，亦不能再轉授他人。每項代辦您都可在「我的申請」看到。",
        "代办人只能办理以上事项，不能代您签署或作出承诺，也不能转授他人。每项代办您都可在“我的办件”看到。",
        "They may do nothing but these, cannot sign or promise anything in your place, and cannot pass it on. You see everything they file under “My applications”.");

    private static readonly LocalizedText Withdrawal = new(
        "您可隨時在「代辦授權」撤回，撤回後代辦人即時不能再代您辦理；已遞交的申請不受影響。",
        "您可随时在“代办授权”撤回，撤回后代办人立即不能再代您办理；已提交的申请不受影响。",
        "You may withdraw at any time under “Acting for others”; it ends at once. What was filed before stays filed.");

    private static readonly LocalizedText Purpose = new(
        "讓您授權的人代您辦理指定服務", "让您授权的人代您办理指定事项", "To let the person whom you authorise act for you in the services named");

    /// <summary>The purpose that the consents of mandates are kept under: another than the principal's own use of the service.</summary>
    public static string PurposeKey { get; } = Recipient.KeyOf(Purpose);

    public ConsentNotice For(MandateTerms terms, string language)
    {
        var at = terms.Clients.Select(client => recipients.Find(client).Value).ToList();
        return new ConsentNotice(
            language,
            (terms.Enterprise is null ? Heading : EnterpriseHeading).In(language),
            [
                .. terms.Enterprise is { } enterprise ? [new NoticeLine(EnterpriseLabel.In(language), $"{enterprise.Name} ({enterprise.Code})")] : Array.Empty<NoticeLine>(),
                new(AgentLabel.In(language), RelationText.Agent(terms.Relation.Name).In(language) + ByCode.In(language)),
                new(ItemsLabel.In(language), string.Join(Comma.In(language), terms.Items.Select(item => item.Name.In(language)))),
                new(UntilLabel.In(language), PageTime.Show(terms.ValidUntil, language)),
                new(AtLabel.In(language), string.Join(Comma.In(language), at.Select(recipient => $"{recipient.Name.In(language)} ({recipient.Contact})"))),
            ],
            KindsLabel.In(language),
            ConsentText.For(recipients.Find(HubPortal.RecipientId).Value, terms.Scopes, language, terms.Place).Kinds,
            Withdrawal.In(language),
            Limits.In(language));
    }

    /// <summary>The service as the ledger knows it for this purpose.</summary>
    public Recipient RecipientOf(string client) => recipients.Find(client).Value with { Purpose = Purpose };
}

/// <summary>What a principal gives, before it is stored.</summary>
/// <param name="Place">The place that who gives it belongs to: by it their documents have their names.</param>
internal sealed record MandateTerms(
    MandateRelation Relation, IReadOnlyList<ServiceItem> Items, IReadOnlyList<string> Clients, IReadOnlyList<string> Scopes, DateTimeOffset ValidUntil,
    EnterpriseFacts? Enterprise, Jurisdiction Place)
{
    /// <summary>What a principal must have proved to give it: as much as it would take to do it themselves, and never less than two factors.</summary>
    public Verification.Identity.AssuranceLevel Needed =>
        Items.Select(item => item.RequiredLoa).Append(Verification.Identity.AssuranceLevel.Substantial).Max();
}
