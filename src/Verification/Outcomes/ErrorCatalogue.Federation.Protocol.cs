namespace CrossBorder.Verification.Outcomes;

// Encrypted requests, and OpenID Federation: answered as OAuth errors, with the code in their description.
public static partial class ErrorCatalogue
{
    /// <summary>An encrypted request object does not open with a key of the hub, or is none that the hub opens.</summary>
    public static ErrorDescriptor RequestObjectSealed { get; } = new("CB2135", 400,
        new("無法解開加密的登入要求", "无法解开加密的登录请求", "The encrypted request cannot be opened"),
        new("請以本平台公布、用途為 enc 的現行公鑰加密已簽署的請求，再試一次。", "请用本平台公布、用途为 enc 的现行公钥加密已签名的请求，再试一次。", "Encrypt the signed request for a key with use enc of the hub's present key set, and try again."));

    /// <summary>A question to the federation's end points lacks something, or names the hub where somebody else is meant.</summary>
    public static ErrorDescriptor FederationRequestWrong { get; } = new("CB2136", 400,
        new("聯盟查詢有誤", "联盟查询有误", "The question to the federation is wrong"),
        new("請按 OpenID Federation 第 8 章提供所需參數。", "请按 OpenID Federation 第 8 章提供所需参数。", "Give the parameters of OpenID Federation, section 8."));

    /// <summary>Nobody of that identifier is a subordinate of the hub.</summary>
    public static ErrorDescriptor FederationEntityUnknown { get; } = new("CB2137", 404,
        new("聯盟內沒有這個成員", "联盟内没有该成员", "The federation has no such member"),
        new("請核對識別碼；成員須先經審批人員接納。", "请核对标识；成员须先经审批人员接纳。", "Check the identifier; officers admit members before they stand here."));

    /// <summary>The hub resolves to itself as the trust anchor, and to no other.</summary>
    public static ErrorDescriptor FederationAnchorUnknown { get; } = new("CB2138", 404,
        new("不是本平台的信任錨", "不是本平台的信任锚", "That trust anchor is not this hub"),
        new("請以本平台的識別碼作為 trust_anchor。", "请以本平台的标识作为 trust_anchor。", "Name the hub's own identifier as trust_anchor."));

    /// <summary>What a member says of itself does not hold by the keys that were admitted for it.</summary>
    public static ErrorDescriptor FederationChainBroken { get; } = new("CB2139", 400,
        new("成員的聲明不成立", "成员的声明不成立", "The member's statement does not hold"),
        new("請成員以已登記的聯盟密鑰重新簽發聲明。", "请成员用已登记的联盟密钥重新签发声明。", "The member has to sign its statement anew with the federation keys that it registered."));

    /// <summary>What a member says of itself goes beyond what it was admitted for.</summary>
    public static ErrorDescriptor FederationMetadataRefused { get; } = new("CB2140", 400,
        new("成員的聲明超出獲准範圍", "成员的声明超出获准范围", "The member's statement goes beyond what it was admitted for"),
        new("請成員按登記內容修正聲明，或先申請變更登記。", "请成员按登记内容修正声明，或先申请变更登记。", "The member has to keep to its registration, or have that changed first."));

    /// <summary>A member's statement could not be fetched from its registered address.</summary>
    public static ErrorDescriptor FederationMemberSilent { get; } = new("CB2141", 503,
        new("未能取得成員的聲明", "未能取得成员的声明", "The member's statement cannot be had"),
        new("請稍後再試；如持續出現，請聯絡該成員。", "请稍后再试；如持续出现，请联系该成员。", "Try again later; if it stays so, ask the member."));

    /// <summary>A code or token that another request used at the same moment.</summary>
    public static ErrorDescriptor GrantRaced { get; } = new("CB2134", 400,
        new("另一個請求正在使用同一個授權碼或更新權杖", "另一个请求正在使用同一个授权码或刷新令牌", "Another request uses the same code or refresh token at this moment"),
        new("請只提交一次，並採用先得到的回應；如沒有回應，請重新登入。", "请只提交一次，并采用先得到的响应；如没有响应，请重新登录。", "Send it once, and use the answer of the request that was first; where there is none, begin the sign-in anew."));

    /// <summary>A parameter that the end point does not have.</summary>
    public static ErrorDescriptor FederationParameterUnknown { get; } = new("CB2142", 400,
        new("不支援這個查詢參數", "不支持该查询参数", "That parameter is not supported"),
        new("請移除該參數後再試。", "请移除该参数后重试。", "Leave the parameter out and try again."));
}
