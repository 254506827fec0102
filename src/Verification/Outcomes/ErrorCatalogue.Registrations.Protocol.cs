namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A registration came without an initial access token that holds (RFC 7591 section 3).</summary>
    public static ErrorDescriptor RegistrationTokenRefused { get; } = new("CB2110", 401,
        new("登記憑證無效、已用完或已過期", "登记凭证无效、已用完或已过期", "The initial access token does not hold, is used up or is over"),
        new("請向營運人員索取新的登記憑證。", "请向运营人员索取新的登记凭证。", "Ask the hub's operators for another one."));

    /// <summary>Client metadata of a registration does not hold (RFC 7591 section 3.2.2, invalid_client_metadata).</summary>
    public static ErrorDescriptor ClientMetadataInvalid { get; } = new("CB2111", 400,
        new("登記資料有誤，未有儲存", "登记资料有误，未予保存", "The client metadata does not hold, and nothing was stored"),
        new("請按每一項的說明更正，再提交一次。", "请按每一项的说明更正，再提交一次。", "Correct each value as described, and send it again."));

    /// <summary>A redirect address of a registration is not safe (RFC 7591 section 3.2.2, invalid_redirect_uri).</summary>
    public static ErrorDescriptor RedirectAddressUnsafe { get; } = new("CB2112", 400,
        new("回傳網址不安全", "回调地址不安全", "A redirect address is not safe"),
        new("請使用完整的 https 網址，不含萬用字元、片段、密碼或 IP 地址。", "请使用完整的 https 地址，不含通配符、片段、密码或 IP 地址。",
            "Use a complete https address without wildcard, fragment, password or IP address."));

    /// <summary>A software statement does not hold (RFC 7591 section 3.2.2, invalid_software_statement).</summary>
    public static ErrorDescriptor SoftwareStatementInvalid { get; } = new("CB2113", 400,
        new("軟件聲明無效", "软件声明无效", "The software statement does not hold"),
        new("請向軟件發行者索取新簽發的聲明。", "请向软件发行者索取新签发的声明。", "Ask the publisher of the software for a statement that is signed anew."));

    /// <summary>A software statement of a publisher whom this hub does not know (RFC 7591 section 3.2.2, unapproved_software_statement).</summary>
    public static ErrorDescriptor SoftwarePublisherUnknown { get; } = new("CB2114", 400,
        new("不認識這個軟件發行者", "不认识该软件发行者", "This publisher of software is not known here"),
        new("請用登記憑證登記，或請營運人員先登記該發行者。", "请用登记凭证登记，或请运营人员先登记该发行者。",
            "Register with an initial access token, or ask the operators to admit the publisher first."));

    /// <summary>A client that is registered, and that officers have not approved, or have suspended.</summary>
    public static ErrorDescriptor ClientNotInForce { get; } = new("CB2115", 403,
        new("這個應用尚未獲批准，或已被暫停", "该应用尚未获批准，或已被暂停", "This application is not approved yet, or is suspended"),
        new("請返回該應用，稍後再試；開發者可在登記頁面查看進度。", "请返回该应用，稍后再试；开发者可在登记页面查看进度。",
            "Go back to the application and try later; its developer sees on the registration page how far it is."));

    /// <summary>A registration is managed with its own registration access token (RFC 7592 section 2).</summary>
    public static ErrorDescriptor RegistrationAccessRefused { get; } = new("CB2116", 401,
        new("登記管理憑證無效", "登记管理凭证无效", "The registration access token does not hold"),
        new("請使用最近一次回應所給的憑證；每次更改後舊憑證即告失效。", "请使用最近一次响应所给的凭证；每次更改后旧凭证即告失效。",
            "Use the one of the last answer: after each change, the one before is worth nothing."));

    /// <summary>More registrations wait for officers than they can read.</summary>
    public static ErrorDescriptor RegistrationsTooMany { get; } = new("CB2117", 429,
        new("等候審批的登記太多", "等待审批的登记太多", "Too many registrations wait for approval"),
        new("請待現有的登記獲審批後再提交。", "请待现有的登记获审批后再提交。", "Wait until those that wait are decided, and register then."));
}
