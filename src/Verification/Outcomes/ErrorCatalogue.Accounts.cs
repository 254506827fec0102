namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>Several accounts stand under the document; an officer decides.</summary>
    public static ErrorDescriptor LinkAmbiguous { get; } = new("CB7001", 409,
        new("需要人工核對您的帳戶", "需要人工核对您的账户", "An officer has to check your account"),
        new("我們找到多於一個可能屬於您的內地帳戶，未有連結任何一個。工作人員會核對，完成後請再登入。", "我们找到不止一个可能属于您的内地账户，未关联任何一个。工作人员会核对，完成后请再登录。", "More than one mainland account may be yours, and none was linked. An officer will decide; sign in again after that."));

    /// <summary>An account stands under the document, and its holder's details differ.</summary>
    public static ErrorDescriptor LinkMismatch { get; } = new("CB7002", 409,
        new("證件登記資料與您的身份不符", "证件登记信息与您的身份不符", "The registered details do not match your identity"),
        new("沒有連結任何帳戶。工作人員會核對。如登記資料有誤，請帶同證件到服務窗口更正，然後再登入。", "未关联任何账户。工作人员会核对。如登记信息有误，请携带证件到服务窗口更正，然后再登录。", "Nothing was linked. An officer will look at it. Where the record is wrong, have it corrected at a service counter with your document, then sign in again."));

    /// <summary>The sign-in is not known in this browser, or has expired.</summary>
    public static ErrorDescriptor JourneyUnknown { get; } = new("CB7003", 404,
        new("這次登入已失效", "这次登录已失效", "This sign-in has expired"),
        new("請返回您使用的服務，重新登入一次。", "请返回您使用的服务，重新登录一次。", "Go back to the service and sign in again."));

    /// <summary>The resident did not agree.</summary>
    public static ErrorDescriptor ConsentDeclined { get; } = new("CB7004", 403,
        new("您沒有同意提供資料", "您没有同意提供信息", "You did not agree"),
        new("您的資料沒有提供給任何人。如改變主意，可重新登入。", "您的信息没有提供给任何人。如改变主意，可重新登录。", "Nothing was passed on. Sign in again if you change your mind."));

    /// <summary>There is no such consent of this resident.</summary>
    public static ErrorDescriptor ConsentUnknown { get; } = new("CB7005", 404,
        new("找不到這項同意", "找不到这项同意", "There is no such consent"),
        new("請從同意清單中選擇。", "请从同意列表中选择。", "Choose one from the list of consents."));

    /// <summary>The resident said that the account found is not theirs.</summary>
    public static ErrorDescriptor LinkDeclined { get; } = new("CB7006", 403,
        new("您沒有確認帳戶", "您没有确认账户", "You did not confirm the account"),
        new("沒有連結任何帳戶。如帳戶不屬於您，請聯絡服務窗口。", "未关联任何账户。如账户不属于您，请联系服务窗口。", "Nothing was linked. If the account is not yours, tell a service counter."));

    /// <summary>The home identity holds no document that the other side knows.</summary>
    public static ErrorDescriptor LinkDocumentMissing { get; } = new("CB7007", 409,
        new("您的身份資料沒有港澳居民來往內地通行證", "您的身份信息没有港澳居民来往内地通行证", "Your identity holds no Home Return Permit"),
        new("請先在登入平台綁定通行證（回鄉證），然後再登入。", "请先在登录平台绑定通行证（回乡证），然后再登录。", "Register your Home Return Permit with the sign-in provider, then sign in again."));

    /// <summary>The recipient of the data is not described, so that nobody could agree knowingly.</summary>
    public static ErrorDescriptor RecipientUnknown { get; } = new("CB7008", 500,
        new("服務提供者的資料不完整", "服务提供者的信息不完整", "The service is not described"),
        new("請聯絡我們並提供追蹤編號。", "请联系我们并提供追踪编号。", "Contact us with the trace id."));

    /// <summary>An officer found that none of the accounts under the document is the resident's.</summary>
    public static ErrorDescriptor LinkFoundNotYours { get; } = new("CB7009", 409,
        new("找到的內地帳戶不屬於您", "找到的内地账户不属于您", "The mainland accounts found are not yours"),
        new("工作人員已核對，未有連結任何帳戶。如您認為有誤，請帶同證件到服務窗口，並提供下列參考編號。", "工作人员已核对，未关联任何账户。如您认为有误，请携带证件到服务窗口，并提供下列参考编号。", "An officer checked, and nothing was linked. If you think that is wrong, bring your document to a service counter and quote the reference below."));

    /// <summary>An officer asked the resident to come with documents.</summary>
    public static ErrorDescriptor LinkDocumentsAsked { get; } = new("CB7010", 409,
        new("請帶同證件到服務窗口", "请携带证件到服务窗口", "Please bring your document to a service counter"),
        new("工作人員需要查看您的回鄉證正本才能作出決定。請提供下列參考編號；核對後請再登入。", "工作人员需要查看您的回乡证原件才能作出决定。请提供下列参考编号；核对后请再登录。", "An officer has to see your Home Return Permit itself before deciding. Quote the reference below, and sign in again after that."));
}
