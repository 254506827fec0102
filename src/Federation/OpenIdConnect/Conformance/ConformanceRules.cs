using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Profiles;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Conformance;

/// <summary>The table of contents of the conformance page.</summary>
internal static class ConformanceRules
{
    public static IReadOnlyList<ConformanceRule> All { get; } =
    [
        new("pkce", new("PKCE（S256）", "PKCE（S256）", "PKCE with S256"), "RFC 7636 §4.2, RFC 9700 §2.1.1",
            [Sight.CodeRedeemed, Sight.CodeLate], [],
            new("讓程式庫為每次登入產生 code_verifier；平台只接受 S256。", "让程序库为每次登录生成 code_verifier；平台只接受 S256。",
                "Let your library make a code_verifier for each sign-in; the hub takes S256 alone."), Signs),
        new("nonce", new("每次登入都有 nonce", "每次登录都有 nonce", "A nonce with each sign-in"), "OpenID Connect Core §3.1.2.1, §15.5.2",
            [Sight.NonceSent], [Sight.NonceMissing],
            new("在授權請求加入隨機的 nonce，並核對身份權杖內的值。", "在授权请求中加入随机的 nonce，并核对身份令牌内的值。",
                "Send a random nonce with the request, and compare it with the one in the id token."), Signs),
        new("state", new("每次登入都有 state", "每次登录都有 state", "A state with each sign-in"), "RFC 6749 §10.12, RFC 9700 §4.7",
            [Sight.StateSent], [Sight.StateMissing],
            new("把隨機的 state 綁定瀏覽器，返回時核對。", "把随机的 state 与浏览器绑定，返回时核对。",
                "Bind a random state to the browser, and compare it when the resident comes back."), Signs),
        new("code", new("授權碼即時兌換", "授权码即时兑换", "Codes are redeemed at once"), "RFC 6749 §4.1.2",
            [Sight.CodeRedeemed], [Sight.CodeLate],
            new("收到授權碼後 30 秒內兌換。", "收到授权码后 30 秒内兑换。", "Redeem a code within 30 seconds of getting it."), Signs),
        new("code-once", new("授權碼只用一次", "授权码只用一次", "Codes are used once"), "RFC 6749 §10.5, RFC 9700 §4.5",
            [Sight.CodeRedeemed, Sight.CodeLate], [Sight.CodeReplayed],
            new("不要重試兌換；重新載入回傳頁時改為重新登入。", "不要重试兑换；重新加载回调页时改为重新登录。",
                "Don't try a code again; when the callback page is reloaded, start a new sign-in."), Signs),
        new("refresh-once", new("刷新權杖只用一次", "刷新令牌只用一次", "Refresh tokens are used once"), "RFC 9700 §4.14.2",
            [Sight.RefreshUsed], [Sight.RefreshReplayed],
            new("每次刷新後保存新的權杖；同時多個刷新要排隊。", "每次刷新后保存新的令牌；多个并发刷新须排队。",
                "Keep the new token of each refresh, and let refreshes at the same moment wait for one another."),
            client => client.GrantTypes.Contains(GrantTypes.RefreshToken) && !ClientProfile.IsFapi(client.Profile)),
        new("proof", new("以登記的方式證明身份", "以登记的方式证明身份", "Proves itself as registered"), "OpenID Connect Core §9, RFC 7591 §2",
            [Sight.ProvedAsRegistered], [Sight.ProvedOtherwise],
            new("在程式庫設定登記了的 token_endpoint_auth_method。", "在程序库中设置已登记的 token_endpoint_auth_method。",
                "Set the token_endpoint_auth_method that you registered in your library.")),
        new("assertion-life", new("客戶端斷言有效期短", "客户端断言有效期短", "Client assertions live shortly"), "RFC 7523 §3",
            [Sight.AssertionShort], [Sight.AssertionLong],
            new("把 exp 設於 iat 後一分鐘左右，不超過五分鐘。", "把 exp 设在 iat 后约一分钟，不超过五分钟。",
                "Set exp about a minute after iat, five at most."), ByKey),
        new("assertion-once", new("客戶端斷言只用一次", "客户端断言只用一次", "Client assertions are used once"), "OpenID Connect Core §9 (jti)",
            [Sight.AssertionShort, Sight.AssertionLong], [Sight.AssertionReplayed],
            new("每個請求都簽發新的斷言，用新的 jti。", "每个请求都签发新的断言，用新的 jti。", "Sign another assertion with another jti for each request."), ByKey),
        new("assertion-audience", new("客戶端斷言只給本平台", "客户端断言只给本平台", "Client assertions are for the hub alone"), "RFC 7523bis §4, FAPI 2.0 §5.3.2.1",
            [Sight.AssertionForIssuer], [Sight.AssertionForMany],
            new("把 aud 設為發行者的單一字串。", "把 aud 设为签发者的单一字符串。", "Set aud to the issuer, as one string."), ByKey),
        new("bound", new("權杖綁定密鑰", "令牌绑定密钥", "Tokens are bound to a key"), "RFC 9449 §5, RFC 8705 §3",
            [Sight.TokenBound], [Sight.TokenUnbound],
            new("每個請求附上 DPoP 證明，或使用客戶端證書。", "每个请求附上 DPoP 证明，或使用客户端证书。",
                "Send a DPoP proof with each request, or use a client certificate."),
            client => client.DpopBoundAccessTokens || client.CertificateBoundAccessTokens || ClientProfile.IsFapi(client.Profile)),
        new("pushed", new("授權請求先推送", "授权请求先推送", "Requests are pushed"), "RFC 9126, FAPI 2.0 §5.3.2.2",
            [Sight.RequestPushed], [Sight.RequestInAddress],
            new("先把請求送往 PAR，再帶 request_uri 轉往授權頁。", "先把请求送往 PAR，再带 request_uri 跳转到授权页。",
                "Push the request first, and send the browser with its request_uri."), client => ClientProfile.IsFapi(client.Profile)),
        new("keys", new("公開密鑰有快取", "公开密钥有缓存", "The key set is cached"), "OpenID Connect Core §10.1.1",
            [Sight.CodeRedeemed, Sight.CodeLate, Sight.RefreshUsed], [Sight.KeysFetched],
            new("保留取得的 jwks，直至出現不認識的 kid 或過了一天才再取。", "保留取得的 jwks，直到出现不认识的 kid 或过了一天才再取。",
                "Keep the key set until a kid is unknown or a day has gone by; don't fetch it for each token."), Signs) { Share = 0.5 },
        new("logout-heard", new("確認登出通知", "确认登出通知", "Confirms back-channel logout"), "OpenID Connect Back-Channel Logout §2.8",
            [Sight.LogoutConfirmed, Sight.LogoutSlow], [Sight.LogoutFailed],
            new("驗證 logout_token，結束該 sid 的會話，回應 200。", "验证 logout_token，结束该 sid 的会话，返回 200。",
                "Verify the logout_token, end the session of its sid, answer 200."), client => client.BackchannelLogoutUri is not null),
        new("logout-quick", new("兩秒內確認登出通知", "两秒内确认登出通知", "Confirms within two seconds"), "OpenID Connect Back-Channel Logout §2.7",
            [Sight.LogoutConfirmed], [Sight.LogoutSlow],
            new("先結束會話並回應，其他清理隨後再做。", "先结束会话并响应，其他清理随后再做。", "End the session and answer; clean up afterwards."), client => client.BackchannelLogoutUri is not null),
        new("signed-out", new("帶居民到登出頁", "带居民到登出页", "Sends residents to sign out"), "OpenID Connect RP-Initiated Logout §2",
            [Sight.SignedOut], [],
            new("「登出」按鈕轉往 end_session_endpoint，附 id_token_hint。", "“登出”按钮跳转到 end_session_endpoint，附 id_token_hint。",
                "Let your sign-out button lead to end_session_endpoint with id_token_hint."), client => client.PostLogoutRedirectUris.Count > 0),
    ];

    private static bool Signs(RelyingPartyOptions client) => client.GrantTypes.Contains(GrantTypes.AuthorizationCode);

    private static bool ByKey(RelyingPartyOptions client) => client.AuthenticationMethods.Contains(ClientMethods.PrivateKeyJwt);
}
