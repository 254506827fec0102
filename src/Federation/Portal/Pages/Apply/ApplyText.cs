using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>The words of the application form.</summary>
internal static class ApplyText
{
    public static LocalizedText Title { get; } = new("申請", "申请", "Apply");

    public static LocalizedText KnownTitle { get; } = new("我們已有的資料，您不用再填", "以下信息已自动获取，您无需填写", "What we already know: you need not type it");

    public static LocalizedText KnownLead { get; } = new(
        "這些資料來自您的登入身份和電子證照，已經核實，不能在這裏更改。",
        "以下信息来自您的登录身份和电子证照，已经核验，不能在此修改。",
        "This comes from your sign-in and your electronic licences. It is verified and cannot be changed here.");

    /// <summary>{0}: whom somebody acts for.</summary>
    public static LocalizedText KnownLeadFor { get; } = new(
        "這些資料來自 {0} 授權時的登入身份，已經核實，不能在這裏更改。",
        "以下信息来自 {0} 授权时的登录身份，已经核验，不能在此修改。",
        "This comes from the sign-in of {0}, as it was when they authorised you. It is verified and cannot be changed here.");

    /// <summary>{0}: name of an enterprise.</summary>
    public static LocalizedText RepresentativeOf { get; } = new("{0} 的法定代表人", "{0} 的法定代表人", "the legal representative of {0}");

    public static LocalizedText KnownUnseen { get; } = new(
        "已有資料，不向代辦人顯示", "已有信息，不向代办人显示", "Known, and not shown to who acts for somebody");

    public static LocalizedText WaivedTitle { get; } = new("不用提交的文件", "免提交的材料", "Documents that you need not hand in");

    public static LocalizedText AskedTitle { get; } = new("請填寫", "请填写", "Please fill in");

    public static LocalizedText NothingToFill { get; } = new("沒有需要填寫的項目。", "没有需要填写的内容。", "There is nothing to fill in.");

    public static LocalizedText Optional { get; } = new("（可不填）", "（选填）", " (optional)");

    public static LocalizedText Choose { get; } = new("請選擇", "请选择", "Choose one");

    public static LocalizedText NumberHint { get; } = new("只填數字，例如 1200.50", "只填数字，例如 1200.50", "Digits only, such as 1200.50");

    public static LocalizedText TelHint { get; } = new("例如 +852 5123 0001", "例如 +86 138 0013 8000", "Such as +852 5123 0001");

    public static LocalizedText Materials { get; } = new("文件", "材料", "Documents");

    public static LocalizedText MaterialsHint { get; } = new(
        "可以用手機拍照，或選擇 PDF、JPEG、PNG、HEIC 檔案。每個不超過 20 MB，合計不超過 40 MB。",
        "可以用手机拍照，或选择 PDF、JPEG、PNG、HEIC 文件。每个不超过 20 MB，合计不超过 40 MB。",
        "Take a photo with your phone, or choose a PDF, JPEG, PNG or HEIC file: each up to 20 MB, all together up to 40 MB.");

    public static LocalizedText NoLicence { get; } = new(
        "我們查不到您的電子證照，請上載。", "未能调取到您的电子证照，请上传。", "We found no electronic licence of yours, so please upload it.");

    public static LocalizedText LicenceDeclined { get; } = new(
        "您沒有同意查閱電子證照，請上載。", "您未同意查询电子证照，请上传。", "You have not let us look up your electronic licences, so please upload it.");

    public static LocalizedText NotLookedUp { get; } = new(
        "您沒有同意查閱電子證照，因此證照上的資料要由您填寫，文件亦要上載。",
        "您未同意查询电子证照，因此证照上的信息须由您填写，材料须上传。",
        "You have not let us look up your electronic licences, so you fill in what stands on them and upload the documents.");

    public static LocalizedText AllowLookUp { get; } = new("改為讓平台代查", "改为由平台代查", "Let us look them up instead");

    public static LocalizedText ChooseFile { get; } = new("選擇檔案或拍照", "选择文件或拍照", "Choose a file or take a photo");

    /// <summary>{0}: name of the file.</summary>
    public static LocalizedText Kept { get; } = new("已上載：{0}（不要這個檔案，請取消剔選）", "已上传：{0}（不需要该文件，请取消勾选）", "Uploaded: {0} (untick it to leave it out)");

    public static LocalizedText CommitmentTitle { get; } = new("以承諾代替這份文件", "以告知承诺代替该材料", "Commit instead of handing it in");

    public static LocalizedText CommitmentLater { get; } = new(
        "承諾書會由本平台加簽，連同申請送交部門。部門日後如有需要，仍可要求您補交文件。",
        "承诺书由本平台加盖电子签名，随申请一并送交部门。部门后续如有需要，仍可要求您补交材料。",
        "We sign it and hand it to the department with your application. The department may still ask you for the document later.");

    public static LocalizedText Commit { get; } = new(
        "我已閱讀上述內容，並同意作出這項承諾。", "我已阅读以上内容，并同意作出该承诺。", "I have read this, and I make this commitment.");

    /// <summary>{0}: working days.</summary>
    public static LocalizedText Defer { get; } = new(
        "我稍後補交這份文件（提交後 {0} 個工作天內）。", "该材料我稍后补交（提交后 {0} 个工作日内）。", "I will hand it in later (within {0} working {0:day|days}).");

    public static LocalizedText Or { get; } = new("或者", "或者", "Or");

    public static LocalizedText Recipients { get; } = new(
        "按「提交申請」後，以上資料只會送交：", "点击“提交申请”后，以上信息仅发送给：", "When you submit, these details go only to:");

    public static LocalizedText Submit { get; } = new("提交申請", "提交申请", "Submit application");

    public static LocalizedText SubmitOnce { get; } = new("按一次便可。上載檔案可能需要一點時間。", "点击一次即可，上传文件可能需要一点时间。", "Press once. Uploading files may take a moment.");

    public static LocalizedText FaultsTitle { get; } = new("請更正以下各項，其他資料已為您保留", "请更正以下内容，其他信息已为您保留", "Please put these right; everything else is kept");

    public static LocalizedText Unproved { get; } = new(
        "您的登入平台沒有提供這些必需的資料，因此暫時不能申請：",
        "您的登录平台未提供以下必需信息，暂时无法申请：",
        "Your sign-in did not provide these details, without which you cannot apply:");

    /// <summary>{0}: whom somebody acts for.</summary>
    public static LocalizedText UnprovedFor { get; } = new(
        "{0} 授權時，其登入平台沒有提供這些必需的資料，因此暫時不能代為申請：",
        "{0} 授权时，其登录平台未提供以下必需信息，暂时无法代为申请：",
        "When {0} authorised you, their sign-in did not provide these details, without which you cannot apply for them:");

    public static LocalizedText UnprovedNextFor { get; } = new(
        "請對方先在自己的身份提供方補充該項資料，再重新授權。", "请对方先在其身份提供方补充该项信息，再重新授权。",
        "Ask them to add it at their home identity provider and to authorise you anew.");

    public static LocalizedText AsFile { get; } = new("電子證照", "电子证照", "Electronic licence");

    public static LocalizedText AsIdentity { get; } = new("登入時已核實", "登录时已核验", "Proved when you signed in");

    public static LocalizedText AsIdentityFor { get; } = new("授權時已核實", "授权时已核验", "Proved when they authorised you");
}
