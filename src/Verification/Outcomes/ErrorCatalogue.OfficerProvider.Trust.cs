namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A visit to the administration's own provider ended without anybody: it is down, refused, or the answer is another visit's.</summary>
    public static ErrorDescriptor OfficerProviderFailed { get; } = new("CB6070", 403,
        new("未能透過機構登入平台登入", "未能通过机构登录平台登录", "Your organisation's sign-in did not complete"),
        new("請回到登入頁，重新開始。", "请回到登录页，重新开始。", "Go back to the sign-in page and start again."));

    /// <summary>The provider vouches for somebody who has no way in here: unknown, outside the allowed lists, or disabled.</summary>
    public static ErrorDescriptor OfficerNotAdmitted { get; } = new("CB6071", 403,
        new("您並非本系統的獲授權人員", "您不是本系统的授权人员", "You are no officer of this system"),
        new("如您應有權限，請聯絡保安主任。", "如您应有权限，请联系安全主管。", "If you should be, ask a security officer to invite you."));

    /// <summary>The provider names no role that the hub knows.</summary>
    public static ErrorDescriptor OfficerRoleNotGiven { get; } = new("CB6072", 403,
        new("機構登入平台沒有給予您任何職務", "机构登录平台没有给予您任何岗位", "Your organisation gives you no role here"),
        new("請聯絡機構的帳戶管理員。", "请联系机构的账户管理员。", "Ask who manages accounts in your organisation."));

    /// <summary>The provider names more than one role.</summary>
    public static ErrorDescriptor OfficerRolesSeveral { get; } = new("CB6073", 403,
        new("機構登入平台給予您多於一個職務", "机构登录平台给予您多于一个岗位", "Your organisation gives you more than one role here"),
        new("每人只可有一個職務。請聯絡機構的帳戶管理員。", "每人只可有一个岗位。请联系机构的账户管理员。", "An officer has one role. Ask who manages accounts in your organisation."));

    /// <summary>The provider does not say that a second factor was used.</summary>
    public static ErrorDescriptor OfficerSecondFactorMissing { get; } = new("CB6074", 403,
        new("登入時未有使用雙重認證", "登录时未使用双重认证", "You signed in without a second factor"),
        new("請在機構登入平台設定雙重認證後再試。", "请在机构登录平台设置双重认证后再试。", "Set up a second factor with your organisation's sign-in and try again."));

    /// <summary>The provider answered from an earlier sign-in, or does not say when it was.</summary>
    public static ErrorDescriptor OfficerProofStale { get; } = new("CB6075", 403,
        new("須重新登入以確認身分", "须重新登录以确认身份", "A fresh sign-in is needed"),
        new("請再試一次，並在機構登入平台重新登入。", "请重试，并在机构登录平台重新登录。", "Try again, and sign in anew when your organisation asks."));

    /// <summary>The role that the provider names is not the one of the account or the invitation.</summary>
    public static ErrorDescriptor OfficerRoleChanged { get; } = new("CB6076", 403,
        new("您的職務已更改", "您的岗位已变更", "Your role has changed"),
        new("請重新登入；如仍未能登入，請聯絡保安主任。", "请重新登录；如仍未能登录，请联系安全主管。", "Sign in again. If that is refused too, ask a security officer."));

    /// <summary>The person is tied to another account already, or the account to another person: one person is one officer.</summary>
    public static ErrorDescriptor OfficerPersonTaken { get; } = new("CB6077", 409,
        new("此人或此帳戶已另有聯繫", "此人或此账户已另有关联", "This person or this account is tied already"),
        new("每人只可有一個帳戶。請以原有帳戶登入。", "每人只可有一个账户。请用原有账户登录。", "A person has one account. Sign in with the one you have."));

    /// <summary>An account that no person of the provider is tied to tries to act.</summary>
    public static ErrorDescriptor OfficerNotTied { get; } = new("CB6078", 403,
        new("帳戶尚未與機構登入平台聯繫", "账户尚未与机构登录平台关联", "The account is not tied to your organisation's sign-in yet"),
        new("請先在工作台登入一次。", "请先在工作台登录一次。", "Sign in to the console once first."));

    /// <summary>Passwords, codes and passkeys of the hub are switched off.</summary>
    public static ErrorDescriptor OfficerPasswordsOff { get; } = new("CB6079", 403,
        new("本系統只接受機構登入平台登入", "本系统只接受机构登录平台登录", "Here your organisation's sign-in is the only way in"),
        new("請在工作台以機構登入平台登入。", "请在工作台用机构登录平台登录。", "Sign in to the console through your organisation."));

    /// <summary>Too many refused attempts from one network, whatever the names.</summary>
    public static ErrorDescriptor OfficerNetworkPaused { get; } = new("CB6080", 429,
        new("此網絡的登入嘗試次數過多", "此网络的登录尝试次数过多", "Too many sign-ins were refused from this network"),
        new("請稍後再試。", "请稍后再试。", "Wait as long as the answer says, then try again."));

    /// <summary>A proof of the provider is used for something else than it was given for, twice, or too late.</summary>
    public static ErrorDescriptor OfficerProofUnbound { get; } = new("CB6081", 403,
        new("這次確認不適用於這項操作", "此次确认不适用于该操作", "This confirmation does not fit this step"),
        new("請回到原頁，重新確認。", "请回到原页面，重新确认。", "Go back to the page of the step and confirm it again."));

    /// <summary>What was to be shown could not be written down first, so it is not shown.</summary>
    public static ErrorDescriptor AuditBeforeDisclosure { get; } = new("CB6082", 503,
        new("暫時未能提供資料", "暂时未能提供信息", "This cannot be shown just now"),
        new("查閱必須先有記錄，但記錄未能寫入。請稍後再試。", "查阅必须先有记录，但记录未能写入。请稍后再试。", "A look must be recorded first, and the record could not be written. Try again in a moment."));
}
