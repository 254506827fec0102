namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A token exchange asks for kinds of tokens that are not exchanged here.</summary>
    public static ErrorDescriptor ExchangeUnsupported { get; } = new("CB2080", 400,
        new("不支援這種權杖交換", "不支持这种令牌交换", "This kind of token exchange is not supported"),
        new("請以存取權杖交換存取權杖，不要傳送 actor_token。", "请以访问令牌交换访问令牌，不要传送 actor_token。", "Exchange an access token for an access token, and send no actor_token."));

    /// <summary>A token exchange names no department, or more than one.</summary>
    public static ErrorDescriptor ExchangeTargetMissing { get; } = new("CB2082", 400,
        new("請指明一個部門", "请指明一个部门", "One department has to be named"),
        new("請以 audience 指明一個已登記的部門。", "请以 audience 指明一个已登记的部门。", "Name one registered department, as audience."));

    /// <summary>A token exchange asks for more than the token covers.</summary>
    public static ErrorDescriptor ExchangeWidens { get; } = new("CB2083", 400,
        new("要求的範圍超出原有權杖", "请求的范围超出原有令牌", "More is asked for than the token covers"),
        new("請只要求原有權杖已有的 scope。", "请只请求原有令牌已有的 scope。", "Ask for scopes that the token has."));

    /// <summary>Too many already act one after another on behalf of a resident.</summary>
    public static ErrorDescriptor ExchangeTooLong { get; } = new("CB2084", 400,
        new("轉辦的層數過多", "转办的层数过多", "Too many act one after another"),
        new("請由居民登入的服務直接要求。", "请由居民登录的服务直接请求。", "Let the service that the resident signed in at ask directly."));
}
