namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>The signature of a request object does not hold, or it is not one that this client may send.</summary>
    public static ErrorDescriptor RequestObjectUnverified { get; } = new("CB2050", 400,
        new("簽署的登入要求未能核實", "签名的登录请求未能核实", "The signed request cannot be verified"),
        new("請以已登記的金鑰及演算法簽署，並在標頭寫明 kid。", "请以已登记的密钥及算法签名，并在头部写明 kid。", "Sign with a registered key and algorithm, and name the key by kid."));

    /// <summary>A request object holds, and what it says does not fit the request that it came with.</summary>
    public static ErrorDescriptor RequestObjectWrong { get; } = new("CB2051", 400,
        new("簽署的登入要求內容有誤", "签名的登录请求内容有误", "The signed request says something wrong"),
        new("請核對 iss、aud、client_id、nbf 及 exp。", "请核对 iss、aud、client_id、nbf 及 exp。", "Check iss, aud, client_id, nbf and exp."));

    /// <summary>A request object with this jti was used before.</summary>
    public static ErrorDescriptor RequestObjectUsed { get; } = new("CB2052", 400,
        new("這個簽署的登入要求已用過", "该签名的登录请求已使用过", "This signed request was used before"),
        new("每次登入請以新的 jti 重新簽署。", "每次登录请以新的 jti 重新签名。", "Sign a new one, with a jti of its own, for each sign-in."));

    /// <summary>A client that must sign its requests sent one without a signature.</summary>
    public static ErrorDescriptor RequestObjectMissing { get; } = new("CB2053", 400,
        new("登入要求須經簽署", "登录请求须经签名", "The request must be signed"),
        new("請以參數 request 傳送簽署的要求（RFC 9101）。", "请以参数 request 发送签名的请求（RFC 9101）。", "Send it signed, in the parameter request (RFC 9101)."));

    /// <summary>A client that gets signed responses alone asked for one without a signature.</summary>
    public static ErrorDescriptor ResponseModeUnsigned { get; } = new("CB2054", 400,
        new("此服務只接收簽署的回應", "该服务只接收签名的响应", "This client gets signed responses alone"),
        new("請以 response_mode=jwt、query.jwt 或 form_post.jwt 提出要求。", "请以 response_mode=jwt、query.jwt 或 form_post.jwt 提出请求。", "Ask with response_mode=jwt, query.jwt or form_post.jwt."));
}
