using CrossBorder.Federation.Catalogue;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Items;

/// <summary>The words of the page about one item or bundle.</summary>
internal static class ItemText
{
    public static LocalizedText Apply { get; } = new("立即申請", "立即申请", "Apply now");

    public static LocalizedText GoToCounter { get; } = new(
        "這項服務不能網上辦理，請帶同下列文件，親身到部門的窗口辦理。",
        "该事项暂不能网上办理，请携带以下材料到部门窗口现场办理。",
        "This cannot be done online. Go to the department’s counter with the documents below.");

    public static LocalizedText Department { get; } = new("辦理部門", "办理部门", "Handled by");

    public static LocalizedText Audience { get; } = new("適用對象", "服务对象", "Who it is for");

    public static LocalizedText Region { get; } = new("適用地區", "适用地区", "Where");

    public static LocalizedText SignIn { get; } = new("登入要求", "登录要求", "Signing in");

    public static LocalizedText Code { get; } = new("服務編號", "事项编码", "Service code");

    public static LocalizedText Documents { get; } = new("所需文件", "所需材料", "Documents needed");

    public static LocalizedText NoDocuments { get; } = new("不需要任何文件。", "无需任何材料。", "No documents are needed.");

    public static LocalizedText Items { get; } = new("包括這些服務", "包含以下事项", "What it includes");

    public static LocalizedText Back { get; } = new("返回搜尋", "返回搜索", "Back to the search");

    public static LocalizedText Spared { get; } = new("我們為您省卻的", "为您减免的", "What you are spared");

    /// <summary>{0} of {1}.</summary>
    public static LocalizedText FieldsSpared { get; } = new("{1} 項資料中，{0} 項由平台代填", "{1} 项信息中，{0} 项由平台代填", "{0} of {1} {1:detail|details} {0:is|are} filled in for you");

    /// <summary>{0} of {1}.</summary>
    public static LocalizedText DocumentsSpared { get; } = new("{1} 份文件中，{0} 份不用提交或可以承諾代替", "{1} 份材料中，{0} 份免提交或可以承诺代替", "{0} of {1} {1:document|documents} need not be handed in, or a commitment takes {0:its|their} place");

    public static LocalizedText SparedHow { get; } = new(
        "以登入平台提供全部資料、並查到您的電子證照計算。可稍後補交的文件不算在內。",
        "按登录平台提供全部信息、并调取到您的电子证照计算。可容缺后补的材料不计入。",
        "If your sign-in gives all details and your electronic licences are found. Documents that may follow later are not counted.");

    private static LocalizedText FromIdentity { get; } = new(
        "不用提交：登入時已核實", "无需提交：登录时已核验", "Nothing to hand in: proved when you sign in");

    private static LocalizedText FromLicence { get; } = new(
        "一般不用提交：您同意後我們會查閱您在內地的電子證照；查不到才需要上載",
        "一般无需提交：经您同意后由系统调取您的电子证照，调取不到时再上传",
        "Usually nothing to hand in: if you agree, we look up your electronic licence, and ask you only if there is none");

    private static LocalizedText CommitOrDefer { get; } = new(
        "可上載、可以書面承諾代替，亦可稍後補交", "可上传，可以承诺代替，也可容缺后补", "Upload it, or give a commitment instead, or hand it in later");

    private static LocalizedText Commit { get; } = new(
        "可上載，亦可以書面承諾代替", "可上传，也可以承诺代替", "Upload it, or give a commitment instead");

    private static LocalizedText Defer { get; } = new("可上載，亦可稍後補交", "可上传，也可容缺后补", "Upload it, or hand it in later");

    private static LocalizedText Upload { get; } = new("請準備相片或檔案上載", "请准备照片或文件上传", "Have a photo or file of it ready to upload");

    public static LocalizedText HowToSettle(RequiredDocument document) => document switch
    {
        { WaivableBy: Waiver.VerifiedIdentity } => FromIdentity,
        { WaivableBy: Waiver.ElectronicLicence } => FromLicence,
        { WaivableBy: Waiver.Commitment, Deferrable: true } => CommitOrDefer,
        { WaivableBy: Waiver.Commitment } => Commit,
        { Deferrable: true } => Defer,
        _ => Upload,
    };

    /// <summary>What the resident need not do stands out.</summary>
    public static bool IsSpared(RequiredDocument document) => document.WaivableBy is Waiver.VerifiedIdentity or Waiver.ElectronicLicence;
}
