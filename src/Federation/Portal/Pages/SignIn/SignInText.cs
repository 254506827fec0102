using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.SignIn;

/// <summary>The words of the sign-in journey. Those of consent stand in Accounts/ConsentText, because they are stored.</summary>
internal static class SignInText
{
    public static LocalizedText ChooseHome { get; } = new("選擇登入方式", "选择登录方式", "Choose how to sign in");

    public static LocalizedText ChooseHomeLead { get; } = new(
        "請選擇您平日使用的身份認證平台。我們不會取得您的密碼。",
        "请选择您平时使用的身份认证平台。我们不会取得您的密码。",
        "Choose the identity provider that you use at home. We never see your password.");

    public static LocalizedText ConfirmLink { get; } = new("這是您的內地帳戶嗎？", "这是您的内地账户吗？", "Is this your mainland account?");

    public static LocalizedText ConfirmLinkLead { get; } = new(
        "我們找到一個登記資料與您完全相符的內地服務帳戶。確認後，以後登入便會直接使用。",
        "我们找到一个登记信息与您完全相符的内地服务账户。确认后，以后登录将直接使用。",
        "We found a mainland service account whose details match yours. Once you confirm, it is used whenever you sign in.");

    public static LocalizedText Account { get; } = new("內地帳戶", "内地账户", "Mainland account");

    /// <summary>The document that an account is known by.</summary>
    public static LocalizedText Of(string documentType) => documentType == DocumentTypes.ResidentIdentityCard
        ? new("居民身份證號碼", "居民身份证号码", "Resident identity card")
        : new("回鄉證號碼", "回乡证号码", "Home Return Permit");

    public static LocalizedText Compared { get; } = new("已核對", "已核对", "Compared");

    public static LocalizedText ComparedAttributes { get; } = new(
        "證件號碼、姓名、出生日期", "证件号码、姓名、出生日期", "Document number, name, date of birth");

    public static LocalizedText SignOut { get; } = new("登出", "退出登录", "Sign out");

    public static LocalizedText SignOutLead { get; } = new(
        "登出後，使用這次登入的服務亦不能再取得您的資料。",
        "退出后，使用本次登录的服务也不能再取得您的信息。",
        "After this, services that use this sign-in get no more of your data.");

    public static LocalizedText SignOutNow { get; } = new("確定登出", "确定退出", "Sign out now");

    public static LocalizedText Yes { get; } = new("是，連結這個帳戶", "是，关联这个账户", "Yes, link this account");

    public static LocalizedText No { get; } = new("不是我的帳戶", "不是我的账户", "It is not mine");

    public static LocalizedText Agree { get; } = new("同意並繼續", "同意并继续", "Agree and continue");

    public static LocalizedText Disagree { get; } = new("不同意", "不同意", "Do not agree");

    public static LocalizedText BackToService { get; } = new("返回服務", "返回服务", "Back to the service");

    public static LocalizedText Reference { get; } = new("參考編號", "参考编号", "Reference");

    public static LocalizedText ErrorCode { get; } = new("錯誤編號", "错误编号", "Error code");

    public static LocalizedText TraceId { get; } = new("追蹤編號", "追踪编号", "Trace id");

    public static LocalizedText NothingPassedOn { get; } = new(
        "您的資料沒有提供給該服務。", "您的信息没有提供给该服务。", "Nothing about you was passed to the service.");

    public static LocalizedText UnknownError { get; } = new("出現問題", "出现问题", "Something went wrong");

    public static LocalizedText UnknownErrorNext { get; } = new(
        "請稍後再試；如持續出現，請聯絡我們並提供追蹤編號。",
        "请稍后再试；如仍出现，请联系我们并提供追踪编号。",
        "Try again later; if it persists, contact us with the trace id.");
}
