using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Accounts.Sessions;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Consents;

internal static class ConsentsText
{
    public static LocalizedText Title { get; } = new("我同意過的服務", "我的授权", "Services I agreed to");

    public static LocalizedText Lead { get; } = new(
        "以下是您同意取得您資料的服務。撤回後，該服務即時不能再經本服務取得您的資料。",
        "以下是您同意获取您信息的服务。撤回后，该服务立即不能再通过本服务获取您的信息。",
        "These services get your data because you agreed. Once you withdraw, a service gets no more of it through us, at once.");

    public static LocalizedText None { get; } = new("您沒有同意過任何服務。", "您没有授权过任何服务。", "You have not agreed to any service.");

    public static LocalizedText GivenAt { get; } = new("同意時間", "授权时间", "Agreed on");

    public static LocalizedText WithdrawnAt { get; } = new("已於以下時間撤回", "已于以下时间撤回", "Withdrawn on");

    public static LocalizedText WhatYouRead { get; } = new("您當時看到的內容", "您当时看到的内容", "What you read when you agreed");

    public static LocalizedText Withdraw { get; } = new("撤回同意", "撤回授权", "Withdraw");

    public static LocalizedText LookUp { get; } = new("查閱電子證照", "查询电子证照", "looking up electronic licences");

    public static LocalizedText Seen { get; } = new("誰取得或查閱過我的資料", "谁获取或查阅过我的信息", "Who got or looked at my data");

    public static LocalizedText SeenLead { get; } = new(
        "由近至遠。同一次登入內，每項服務每類資料只記一次；查閱電子證照則每次都記。",
        "由近及远。同一次登录内，每项服务每类信息只记一次；查询电子证照则每次都记。",
        "The latest first. Within one sign-in, each kind of data is listed once for each service; every look-up of electronic licences is listed.");

    public static LocalizedText NotSeen { get; } = new("暫無記錄。", "暂无记录。", "Nobody yet.");

    public static LocalizedText OfficerOf(string? record) => record switch
    {
        "review" or LookAtMandate.Record => Reviewer,
        EndReportedSessions.Record => SecurityOfficer,
        _ => Auditor,
    };

    /// <summary>What was fetched or looked at, in words.</summary>
    public static LocalizedText What(Disclosure seen) => seen switch
    {
        { Record: "review" } => ReviewSeen,
        { Record: LookAtMandate.Record } => MandateSeen,
        { Record: EndReportedSessions.Record } => SessionsSeen,
        { Record: not null } => EvidenceSeen,
        { ClientId: HubPortal.OffersId } => LookedFor,
        _ when seen.Scopes.Contains(HubScopes.Offers) => OffersSeen,
        _ when seen.Scopes.Contains(HubScopes.Licences) => LicencesSeen,
        _ when seen.Scopes.Contains(HubScopes.Identity) && seen.Scopes.Contains(HubScopes.Profile) => NameAndDocuments,
        _ when seen.Scopes.Contains(HubScopes.Identity) => Documents,
        _ => Name,
    };

    private static readonly LocalizedText Reviewer = new("本服務的覆核員", "本服务的复核员", "A reviewer of this service");

    private static readonly LocalizedText Auditor = new("本服務的審計員", "本服务的审计员", "An auditor of this service");

    private static readonly LocalizedText SecurityOfficer = new("本服務的保安主任", "本服务的安全主管", "A security officer of this service");

    private static readonly LocalizedText ReviewSeen = new(
        "為決定帳戶連結而查閱了您的身分資料。", "为决定账户关联而查阅了您的身份信息。", "Looked at your identity data to decide about linking your account.");

    private static readonly LocalizedText MandateSeen = new(
        "為核對親子關係而查閱了您的姓名及出生日期。", "为核对亲子关系而查阅了您的姓名和出生日期。",
        "Looked at your name and birth date, to check who is whose parent.");

    private static readonly LocalizedText SessionsSeen = new(
        "為處理一宗舉報而查閱了您現有的登入，沒有查閱您的姓名。", "为处理一宗举报而查阅了您当前的登录，没有查阅您的姓名。",
        "Looked at your open sign-ins because of a report, without your name.");

    private static readonly LocalizedText EvidenceSeen = new(
        "為審計而查閱了您一宗申請的證明記錄。", "为审计而查阅了您一宗申请的证明记录。", "Took the evidence of one of your applications, for an audit.");

    private static readonly LocalizedText LicencesSeen = new(
        "為您的申請查閱了您在廣東省的電子證照。", "为您的申请查询了您在广东省的电子证照。", "Looked up your electronic licences of Guangdong for an application of yours.");

    private static readonly LocalizedText LookedFor = new(
        "為尋找您可能合資格的服務，查閱了您在廣東省的電子證照。", "为查找您可能符合条件的事项，查询了您在广东省的电子证照。",
        "Looked up your electronic licences of Guangdong, to find services that you may be entitled to.");

    private static readonly LocalizedText OffersSeen = new(
        "取得了為您找到的服務及理由。", "获取了为您找到的事项及理由。", "Got the services that were found for you, and why.");

    private static readonly LocalizedText NameAndDocuments = new(
        "取得了您的姓名、出生日期、性別、身分證明文件號碼、內地帳戶及核實記錄，或其中部分。", "获取了您的姓名、出生日期、性别、身份证件号码、内地账户及核验记录，或其中部分。",
        "Got your name, birth date, gender, the numbers of your identity documents, your mainland account and how you were verified, or some of these.");

    private static readonly LocalizedText Documents = new(
        "取得了您的身分證明文件號碼、內地帳戶及核實記錄，或其中部分。", "获取了您的身份证件号码、内地账户及核验记录，或其中部分。",
        "Got the numbers of your identity documents, your mainland account and how you were verified, or some of these.");

    private static readonly LocalizedText Name = new(
        "取得了您的姓名、出生日期及性別，或其中部分。", "获取了您的姓名、出生日期及性别，或其中部分。", "Got your name, birth date and gender, or some of these.");
}
