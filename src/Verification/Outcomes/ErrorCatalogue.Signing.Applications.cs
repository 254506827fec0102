namespace CrossBorder.Verification.Outcomes;

/// <summary>Applications that residents sign.</summary>
public static partial class ErrorCatalogue
{
    /// <summary>The item is filed only once the resident has signed or confirmed the application.</summary>
    public static ErrorDescriptor SigningRequired { get; } = new("CB5175", 428,
        new("這項申請須由您親自簽署", "该申请需由您本人签署", "This application takes your signature"),
        new("請先核對申請內容，再以手機簽署或再次確認身分。", "请先核对申请内容，再用手机签署或再次验证身份。", "Read what you are applying for, then sign with your phone or prove once more that it is you."));

    /// <summary>There is no signing of that reference for this resident and client.</summary>
    public static ErrorDescriptor SigningUnknown { get; } = new("CB5176", 404,
        new("找不到這次簽署", "找不到该次签署", "There is no such signing"),
        new("請由申請表重新開始；已填寫的內容仍可使用。", "请从申请表重新开始；已填写的内容仍可使用。", "Begin again from the application; what you filled in can be used again."));

    /// <summary>The resident has not signed yet.</summary>
    public static ErrorDescriptor SigningOpen { get; } = new("CB5177", 409,
        new("申請尚未簽署", "申请尚未签署", "The application is not signed yet"),
        new("請在手機上完成簽署，然後再提交。", "请在手机上完成签署后再提交。", "Finish signing on your phone, then submit."));

    /// <summary>The resident declined to sign.</summary>
    public static ErrorDescriptor SigningDeclined { get; } = new("CB5178", 403,
        new("您沒有簽署這項申請", "您未签署该申请", "You did not sign the application"),
        new("申請沒有提交，內容已為您保留；如需繼續，請再簽署一次。", "申请未提交，内容已为您保留；如需继续，请重新签署。", "Nothing was submitted and your answers are kept. Sign once more to go on."));

    /// <summary>The time for signing is over.</summary>
    public static ErrorDescriptor SigningExpired { get; } = new("CB5179", 410,
        new("簽署時限已過", "签署已超时", "The time for signing is over"),
        new("申請沒有提交，內容已為您保留；請再簽署一次。", "申请未提交，内容已为您保留；请重新签署。", "Nothing was submitted and your answers are kept. Sign once more."));

    /// <summary>One signature is for one application.</summary>
    public static ErrorDescriptor SigningUsed { get; } = new("CB5180", 409,
        new("這次簽署已用於另一項申請", "该次签署已用于另一项申请", "This signature was used for another application"),
        new("每項申請須分別簽署，請重新簽署。", "每项申请须分别签署，请重新签署。", "Every application is signed by itself: sign again."));

    /// <summary>What is filed is not what was signed.</summary>
    public static ErrorDescriptor SignedDocumentOther { get; } = new("CB5181", 409,
        new("申請內容與已簽署的文件不同", "申请内容与已签署的文件不一致", "The application is not the one that was signed"),
        new("請核對內容後重新簽署。", "请核对内容后重新签署。", "Check what it says and sign again."));

    /// <summary>A resident's signature does not hold over the document.</summary>
    public static ErrorDescriptor ResidentSignatureInvalid { get; } = new("CB5182", 422,
        new("簽署未能通過核實", "签名未通过验证", "The signature does not hold"),
        new("申請沒有提交，內容已為您保留。請重新簽署；若再次出現，請聯絡我們並提供追蹤編號。", "申请未提交，内容已为您保留。请重新签署；如再次出现，请联系我们并提供追踪编号。", "Nothing was submitted and your answers are kept. Sign again; if it comes back, contact us with the trace id."));

    /// <summary>The certificate of a signature is another person's.</summary>
    public static ErrorDescriptor SignatureOfAnother { get; } = new("CB5183", 403,
        new("簽署人不是申請人", "签署人不是申请人本人", "Somebody else signed"),
        new("請由申請人本人以自己的手機簽署。", "请由申请人本人使用自己的手机签署。", "The applicant has to sign, with their own phone."));

    /// <summary>The resident's sign-in is too old, or not strong enough, to confirm an application by it.</summary>
    public static ErrorDescriptor ConfirmationStale { get; } = new("CB5184", 401,
        new("請再次確認身分", "请再次验证身份", "Prove once more that it is you"),
        new("請重新登入確認身分，並在五分鐘內確認申請。", "请重新登录验证身份，并在五分钟内确认申请。", "Sign in once more and confirm the application within five minutes."));

    /// <summary>A form of the portal brings more files than are taken at once.</summary>
    public static ErrorDescriptor TooManyFiles { get; } = new("CB5201", 413,
        new("一次上載的檔案太多", "一次上传的文件过多", "Too many files at once"),
        new("每次最多上載 20 個檔案，請減少後再提交。", "每次最多上传 20 个文件，请减少后再提交。", "A form takes at most 20 files: send fewer of them."));

    /// <summary>The sign-in under which an application was signed was over before it was filed.</summary>
    public static ErrorDescriptor SignerSignedOut { get; } = new("CB5200", 409,
        new("登入已結束，申請尚未提交", "登录已结束，申请尚未提交", "Your sign-in ended before your application was submitted"),
        new("您填寫的內容已經保留。請登入並再簽署一次。", "您填写的内容已保留。请登录并重新签署。", "What you filled in is kept. Sign in and sign once more."));
}
