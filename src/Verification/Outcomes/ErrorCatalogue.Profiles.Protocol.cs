namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A DPoP proof does not hold (RFC 9449 section 4.3).</summary>
    public static ErrorDescriptor DpopProofInvalid { get; } = new("CB2030", 400,
        new("DPoP 證明無效", "DPoP 证明无效", "The DPoP proof does not hold"),
        new("請為每個請求以同一把金鑰重新簽發證明，並核對時鐘、方法和網址。", "请为每个请求用同一密钥重新签发证明，并核对时钟、方法和网址。", "Make a new proof for every request with the same key, and check the clock, the method and the address."));

    /// <summary>A DPoP proof came before.</summary>
    public static ErrorDescriptor DpopProofReplayed { get; } = new("CB2031", 400,
        new("DPoP 證明已使用過", "DPoP 证明已使用过", "The DPoP proof was used before"),
        new("每個請求都要有新的 jti。", "每个请求都要有新的 jti。", "Every request takes a new jti."));

    /// <summary>A DPoP proof lacks a nonce of the hub, or has an old one (RFC 9449 section 8).</summary>
    public static ErrorDescriptor DpopNonceNeeded { get; } = new("CB2032", 400,
        new("DPoP 證明需要本平台的 nonce", "DPoP 证明需要本平台的 nonce", "The DPoP proof needs a nonce of the hub"),
        new("請把回應標頭 DPoP-Nonce 的值放入證明再送一次。", "请把响应头 DPoP-Nonce 的值放入证明后重发。", "Put the value of the header DPoP-Nonce into the proof and send it again."));

    /// <summary>A code, token or request is bound to another key or certificate than the one shown.</summary>
    public static ErrorDescriptor PossessionOfAnother { get; } = new("CB2033", 400,
        new("金鑰或憑證與所綁定的不符", "密钥或证书与所绑定的不符", "It is bound to another key or certificate"),
        new("請使用取得授權碼或權杖時的同一把金鑰或同一張憑證。", "请使用获取授权码或令牌时的同一密钥或同一证书。", "Use the key or certificate that it was asked for with."));

    /// <summary>Something that is bound, or is to be bound, came without a proof or a certificate.</summary>
    public static ErrorDescriptor PossessionMissing { get; } = new("CB2034", 400,
        new("缺少 DPoP 證明或用戶端憑證", "缺少 DPoP 证明或客户端证书", "There is neither a DPoP proof nor a client certificate"),
        new("請隨請求附上 DPoP 證明，或以登記的用戶端憑證連線。", "请随请求附上 DPoP 证明，或用登记的客户端证书连接。", "Send a DPoP proof, or connect with the registered client certificate."));

    /// <summary>A token bound to a key came under Bearer, or one that is not bound under DPoP.</summary>
    public static ErrorDescriptor DpopSchemeWrong { get; } = new("CB2035", 401,
        new("權杖與授權方式不相配", "令牌与授权方式不匹配", "The token and the scheme do not go together"),
        new("綁定金鑰的權杖用 Authorization: DPoP，其他用 Bearer。", "绑定密钥的令牌用 Authorization: DPoP，其他用 Bearer。", "Send tokens of the type DPoP under DPoP and all others under Bearer."));

    /// <summary>A client that pushes its requests came with one in the address.</summary>
    public static ErrorDescriptor RequestNotPushed { get; } = new("CB2036", 400,
        new("這個用戶端必須先推送授權請求", "该客户端必须先推送授权请求", "This client has to push its requests"),
        new("請先把請求 POST 到 pushed_authorization_request_endpoint（RFC 9126）。", "请先把请求 POST 到 pushed_authorization_request_endpoint（RFC 9126）。", "Post the request to pushed_authorization_request_endpoint first (RFC 9126)."));

    /// <summary>A request is outside what the client's profile allows.</summary>
    public static ErrorDescriptor RequestOutsideProfile { get; } = new("CB2037", 400,
        new("請求不符合用戶端的安全規範", "请求不符合客户端的安全规范", "The request is outside the client's profile"),
        new("請按 FAPI 2.0 Security Profile 修正請求。", "请按 FAPI 2.0 Security Profile 修正请求。", "Correct the request by the FAPI 2.0 Security Profile."));

    /// <summary>A client assertion is outside what FAPI 2.0 allows.</summary>
    public static ErrorDescriptor ClientAssertionUnsound { get; } = new("CB2038", 401,
        new("用戶端聲明不符合安全規範", "客户端断言不符合安全规范", "The client assertion is outside the client's profile"),
        new("受眾須為發行者的字串，並核對演算法、時間、iss 和 sub。", "受众须为发行者的字符串，并核对算法、时间、iss 和 sub。", "Make the issuer its audience, as a string, and check the algorithm, the times, iss and sub."));

    /// <summary>A parameter came more than once.</summary>
    public static ErrorDescriptor ParameterRepeated { get; } = new("CB2039", 400,
        new("參數重複", "参数重复", "A parameter stands there twice"),
        new("每個參數只可出現一次。", "每个参数只能出现一次。", "Send each parameter once."));

    /// <summary>A client certificate is not the client's, or not trusted.</summary>
    public static ErrorDescriptor ClientCertificateRefused { get; } = new("CB2040", 401,
        new("用戶端憑證不被接受", "客户端证书不被接受", "The client certificate is not accepted"),
        new("請以登記的憑證連線，並核對其主體、簽發機構、用途和有效期。", "请用登记的证书连接，并核对其主体、签发机构、用途和有效期。", "Connect with the registered certificate, and check its subject, issuer, purpose and dates."));
}
