using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Accounts.Reviews;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What the reviewer's page says.</summary>
internal static class ReviewText
{
    public static LocalizedText Title { get; } = new("身分連結覆核", "身份关联复核", "Links to review");

    public static LocalizedText None { get; } = new("沒有個案。", "没有事项。", "There is nothing to review.");

    public static LocalizedText Reference { get; } = new("參考編號", "参考编号", "Reference");

    public static LocalizedText Since { get; } = new("開立時間", "创建时间", "Since");

    public static LocalizedText Cause { get; } = new("未能自動連結的原因", "未能自动关联的原因", "Why no rule could decide");

    public static LocalizedText State { get; } = new("狀態", "状态", "State");

    public static LocalizedText Open { get; } = new("開啟個案", "打开事项", "Open it");

    public static LocalizedText Back { get; } = new("返回清單", "返回列表", "Back to the list");

    public static LocalizedText WhyLook { get; } = new("查看原因", "查看原因", "Why you look");

    public static LocalizedText LookNotice { get; } = new(
        "個案載有個人資料。誰在何時因何查看，會記入審計記錄。", "此事项包含个人信息。谁在何时因何查看，会记入审计记录。",
        "The record holds personal data. Who looks, when and why is written to the audit log.");

    public static LocalizedText Look { get; } = new("查看個人資料", "查看个人信息", "Show the record");

    public static LocalizedText Proved { get; } = new("登入平台已核實", "登录平台已核实", "Proved by the home");

    public static LocalizedText Candidate { get; } = new("候選帳戶 {0}", "候选账户 {0}", "Candidate {0}");

    public static LocalizedText SideBySide { get; } = new("並列比較", "并列比较", "Side by side");

    public static LocalizedText Attribute { get; } = new("項目", "项目", "Attribute");

    public static LocalizedText Account { get; } = new("帳戶", "账户", "Account");

    public static LocalizedText Equal { get; } = new("一致", "一致", "Same");

    public static LocalizedText Different { get; } = new("不一致", "不一致", "Different");

    public static LocalizedText NotCompared { get; } = new("無從比較", "无从比较", "Nothing to compare");

    public static LocalizedText NotStated { get; } = new("沒有記載", "未记载", "Not stated");

    public static LocalizedText HowProved { get; } = new("核實方式", "核实方式", "How it was proved");

    public static LocalizedText Home { get; } = new("登入平台", "登录平台", "Home");

    public static LocalizedText Assurance { get; } = new("保證級別", "保证级别", "Assurance");

    public static LocalizedText VerifiedAt { get; } = new("核實時間", "核实时间", "Verified");

    public static LocalizedText Digest { get; } = new("已簽署聲明的摘要", "已签名声明的摘要", "Digest of the signed assertion");

    public static LocalizedText Decide { get; } = new("決定", "决定", "Your decision");

    public static LocalizedText Reason { get; } = new("理由", "理由", "Reason");

    public static LocalizedText ReasonHint { get; } = new(
        "10 至 1000 字：您憑甚麼決定。會加密保存，不會寫入任何記錄檔。", "10 至 1000 字：您的决定依据。会加密保存，不会写入任何日志。",
        "10 to 1000 characters: what you decided by. It is kept encrypted and is in no log.");

    public static LocalizedText OriginalSeen { get; } = new(
        "我親眼看過證件正本，姓名及出生日期以登入平台所載為準，是登記有誤。", "我亲眼查看过证件原件，姓名和出生日期以登录平台所载为准，是登记有误。",
        "I saw the original document: the home is right about name and birth date, and the register is wrong.");

    public static LocalizedText CodeHint { get; } = new("只有連結帳戶需要", "仅关联账户时需要", "Needed only to link an account");

    public static LocalizedText LinkThis { get; } = new("連結候選帳戶 {0}", "关联候选账户 {0}", "Link candidate {0}");

    public static LocalizedText LinkWarning { get; } = new(
        "連結後，這位居民每次登入都會進入該帳戶，查看和遞交其中的事項。連結不能在此取消。", "关联后，此居民每次登录都会进入该账户，查看并提交其中的事项。关联不能在此取消。",
        "Once linked, this resident enters that account at every sign-in, and sees and files what is in it. It cannot be undone here.");

    public static LocalizedText NotLinkable { get; } = new(
        "證件號碼不一致，不能連結。", "证件号码不一致，不能关联。", "The document differs: nobody can link it.");

    public static LocalizedText NoMatch { get; } = new("全部都不屬於這位居民", "全部不属于此居民", "None of them is the resident's");

    public static LocalizedText AskDocuments { get; } = new("請居民帶同證件前來", "请居民携带证件前来", "Ask the resident to come with documents");

    public static LocalizedText DecidedAt { get; } = new("決定時間", "决定时间", "Decided");

    public static LocalizedText Done { get; } = new("決定已記錄。", "决定已记录。", "The decision is recorded.");

    public static LocalizedText Of(ReadPurpose purpose) => purpose switch
    {
        ReadPurpose.Decision => PurposeDecision,
        ReadPurpose.ResidentAsked => PurposeResident,
        _ => PurposeCheck,
    };

    public static LocalizedText PurposeDecision { get; } = new("作出決定", "作出决定", "To decide it");

    public static LocalizedText PurposeResident { get; } = new("居民查詢或親臨", "居民查询或亲临", "The resident asked or is here");

    public static LocalizedText PurposeCheck { get; } = new("覆查已作的決定", "复查已作的决定", "To check a decision");

    public static LocalizedText CauseOf(string cause) => cause == LinkOutcomes.Ambiguous ? CauseAmbiguous : CauseMismatch;

    public static LocalizedText CauseAmbiguous { get; } = new("多於一個候選帳戶", "多于一个候选账户", "More than one candidate");

    public static LocalizedText CauseMismatch { get; } = new("登記資料與核實資料不符", "登记信息与核实信息不符", "The register differs from what was proved");

    public static LocalizedText StateOf(string state) => state switch
    {
        ReviewStates.Open => StateOpen,
        ReviewStates.Documents => StateDocuments,
        ReviewStates.Linked => StateLinked,
        ReviewStates.Unmatched => StateUnmatched,
        _ => StateSuperseded,
    };

    public static LocalizedText StateOpen { get; } = new("等候決定", "等待决定", "Waits for a decision");

    public static LocalizedText StateDocuments { get; } = new("等候居民帶同證件", "等待居民携带证件", "Waits for the resident's documents");

    public static LocalizedText StateLinked { get; } = new("已連結", "已关联", "Linked");

    public static LocalizedText StateUnmatched { get; } = new("沒有帳戶屬於居民", "没有账户属于居民", "None was the resident's");

    public static LocalizedText StateSuperseded { get; } = new("登記已變，由新個案取代", "登记已变，由新事项取代", "The register changed; replaced");

    public static LocalizedText AttributeOf(string attribute) => attribute switch
    {
        AttributeComparison.Attributes.Document => AttributeDocument,
        AttributeComparison.Attributes.LatinName => AttributeLatin,
        AttributeComparison.Attributes.HanName => AttributeHan,
        _ => AttributeBirthdate,
    };

    public static LocalizedText AttributeDocument { get; } = new("回鄉證號碼", "回乡证号码", "Home Return Permit");

    public static LocalizedText AttributeLatin { get; } = new("英文姓名", "英文姓名", "Name in Latin letters");

    public static LocalizedText AttributeHan { get; } = new("中文姓名", "中文姓名", "Chinese name");

    public static LocalizedText AttributeBirthdate { get; } = new("出生日期", "出生日期", "Date of birth");
}
