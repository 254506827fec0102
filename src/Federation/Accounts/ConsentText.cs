using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Accounts;

/// <summary>
/// The words of consent. The law of both sides wants recipient, contact, purpose, kinds of data and the way to withdraw
/// told before, separately for each recipient (PIPL article 39; PDPO data protection principles 1 and 3).
/// </summary>
internal static class ConsentText
{
    private static readonly LocalizedText Heading = new("是否同意向「{0}」提供資料？", "是否同意向“{0}”提供信息？", "Do you agree to give your data to “{0}”?");
    private static readonly LocalizedText RecipientLabel = new("接收者", "接收方", "Recipient");
    private static readonly LocalizedText ContactLabel = new("聯絡方法", "联系方式", "Contact");
    private static readonly LocalizedText PurposeLabel = new("用途", "用途", "Purpose");
    private static readonly LocalizedText KindsLabel = new("資料種類", "信息种类", "Kinds of data");

    private static readonly LocalizedText Withdrawal = new(
        "您可隨時在本服務撤回同意，或經上述聯絡方法向接收者提出。撤回後，接收者不能再經本服務取得您的資料；撤回前已作的處理不受影響。",
        "您可随时在本服务撤回同意，或通过上述联系方式向接收方提出。撤回后，接收方不能再通过本服务取得您的信息；撤回前已进行的处理不受影响。",
        "You may withdraw at any time in this service, or by asking the recipient. After that the recipient gets no more of your data through this service; what was done before stays lawful.");

    private static readonly LocalizedText Question = new(
        "如不同意，不會提供任何資料，亦不影響您使用其他服務。",
        "如不同意，不会提供任何信息，也不影响您使用其他服务。",
        "If you do not agree, nothing is passed on, and your use of other services is not affected.");

    // Stands alone where the hub's own form asks for it; who files through a relying party agrees to it there.
    private static readonly LocalizedText LookUp = new(
        "為這些申請查閱您在廣東省的電子證照，用以代填資料及免交文件",
        "为这些申请查询您在广东省的电子证照，用于代填信息和免交材料",
        "Looking up your electronic licences of Guangdong for these applications, to fill in forms and spare you documents");

    private static readonly (string Scope, LocalizedText Text)[] Kinds =
    [
        (HubScopes.Profile, new("姓名、出生日期、性別", "姓名、出生日期、性别", "Name, date of birth, gender")),
        (HubScopes.Identity, new(
            "香港身份證號碼、回鄉證號碼、內地服務帳戶及核實紀錄（敏感個人資料）",
            "香港身份证号码、回乡证号码、内地服务账户及核实记录（敏感个人信息）",
            "Hong Kong identity card number, Home Return Permit number, mainland service account and record of verification (sensitive personal data)")),
        (HubScopes.Applications, new(
            "以您的名義遞交跨境申請，並查閱其進度和結果",
            "以您的名义提交跨境申请，并查看其进度和结果",
            "Filing cross-boundary applications in your name, and seeing their progress and result")),
        (HubScopes.Licences, LookUp),
        (HubScopes.Offers, new(
            "出生日期、性別、所屬地區及證件種類（不含姓名和證件號碼），以及您在本平台辦妥了哪些服務",
            "出生日期、性别、所属地区和证件种类（不含姓名和证件号码），以及您在本平台办结了哪些事项",
            "Birth date, gender, place and kinds of document (neither name nor numbers), and which services were completed for you here")),
        ("offline_access", new(
            "在您離開後，於有效期內繼續取得上述資料",
            "在您离开后，于有效期内继续取得上述信息",
            "Getting the data above after you have left, while the permission lasts")),
    ];

    // Documents by the place that a person belongs to: nobody is asked about papers that they cannot have.
    private static readonly LocalizedText MacaoIdentity = new(
        "澳門居民身份證號碼、回鄉證號碼、內地服務帳戶及核實紀錄（敏感個人資料）",
        "澳门居民身份证号码、回乡证号码、内地服务账户及核实记录（敏感个人信息）",
        "Macao resident identity card number, Home Return Permit number, mainland service account and record of verification (sensitive personal data)");

    private static readonly LocalizedText MainlandIdentity = new(
        "居民身份證號碼、服務帳戶及核實紀錄（敏感個人資料）",
        "居民身份证号码、服务账户及核实记录（敏感个人信息）",
        "Resident identity card number, service account and record of verification (sensitive personal data)");

    /// <summary>The scopes that hand something over, in the order of the notice.</summary>
    public static IReadOnlyList<string> Consentable(IEnumerable<string> scopes)
    {
        var asked = scopes.ToHashSet(StringComparer.Ordinal);
        return [.. Kinds.Select(kind => kind.Scope).Where(asked.Contains)];
    }

    /// <summary>Whether somebody who agreed had read that their electronic licences are looked up.</summary>
    public static bool NamesLicences(Consent consent) => consent.Text.Contains(LookUp.In(consent.Language), StringComparison.Ordinal);

    /// <param name="recipient">Who gets something.</param>
    /// <param name="scopes">What is asked for.</param>
    /// <param name="language">Of the text.</param>
    /// <param name="place">The place that the resident belongs to: by it documents have their names. Null for Hong Kong.</param>
    public static ConsentNotice For(Recipient recipient, IEnumerable<string> scopes, string language, Jurisdiction? place = null)
    {
        IReadOnlyList<string> asked = Consentable(scopes);
        if (recipient.ClientId != HubPortal.RecipientId && asked.Contains(HubScopes.Applications))
            asked = [.. asked, HubScopes.Licences];
        return new ConsentNotice(
            language,
            string.Format(System.Globalization.CultureInfo.InvariantCulture, Heading.In(language), recipient.Name.In(language)),
            [
                new(RecipientLabel.In(language), recipient.Name.In(language)),
                new(ContactLabel.In(language), recipient.Contact),
                new(PurposeLabel.In(language), recipient.Purpose.In(language)),
            ],
            KindsLabel.In(language),
            [.. Kinds.Where(kind => asked.Contains(kind.Scope)).Select(kind => (kind.Scope == HubScopes.Identity ? IdentityOf(place) ?? kind.Text : kind.Text).In(language))],
            Withdrawal.In(language),
            Question.In(language));
    }

    private static LocalizedText? IdentityOf(Jurisdiction? place) => place switch
    {
        { IsMainland: true } => MainlandIdentity,
        { } found when found == Jurisdiction.Macao => MacaoIdentity,
        _ => null,
    };
}
