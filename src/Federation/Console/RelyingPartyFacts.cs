using CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What a relying party submitted beside what is in force, line by line: what an officer reads before saying yes.</summary>
internal static class RelyingPartyFacts
{
    public static IEnumerable<(LocalizedText What, string Now, string Next)> Compare(ClientMetadata? now, ClientMetadata next) =>
        Of(next).Zip(now is null ? Of(next).Select(fact => (fact.What, Value: "")) : Of(now), (after, before) => (after.What, before.Value, after.Value));

    /// <summary>What no rule can decide, and an officer has to.</summary>
    public static IEnumerable<LocalizedText> ToLookAt(ClientMetadata metadata)
    {
        yield return Host(string.Join(", ", metadata.RedirectUris.Select(HostOf).Distinct(StringComparer.Ordinal)));
        if (metadata.RedirectUris.Any(address => HostOf(address).Contains("xn--", StringComparison.Ordinal)))
            yield return new(
                "有網址以其他文字寫成（xn--），請核對是否冒充他人。", "有网址以其他文字写成（xn--），请核对是否冒充他人。",
                "A host is written in another script (xn--): look whether it imitates somebody.");
        foreach (var scope in metadata.Scopes.Where(MetadataRules.SensitiveScopes.Contains))
            yield return new(
                $"要求「{scope}」：會取得身份資料或代為申請，用途說明是否足夠？", $"要求“{scope}”：会取得身份资料或代为申请，用途说明是否足够？",
                $"Asks for {scope}, which gives identity data or files applications: does the purpose say why?");
        if (metadata.AuthenticationMethod == OpenIdConnect.Clients.ClientMethods.None)
            yield return new(
                "公開應用，不能證明自己的身份：只靠回傳網址與 PKCE。", "公开应用，不能证明自己的身份：只靠回调地址与 PKCE。",
                "A public client proves nothing about itself: redirect address and PKCE are all there is.");
        if (metadata.ApplicationType == ApplicationTypes.Native)
            yield return new(
                "裝置上的應用：自訂協定可能被同一裝置上的其他應用佔用。", "设备上的应用：自定义协议可能被同一设备上的其他应用占用。",
                "Runs on a device: another application there may claim the same scheme.");
    }

    private static LocalizedText Host(string hosts) => new(
        $"回傳網址屬於 {hosts}：是否申請機構所有？", $"回调地址属于 {hosts}：是否申请机构所有？", $"Residents are sent back to {hosts}: does it belong to who asks?");

    private static string HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : address;

    private static IEnumerable<(LocalizedText What, string Value)> Of(ClientMetadata metadata) =>
    [
        (new("名稱（繁體）", "名称（繁体）", "Name, traditional Chinese"), metadata.Name.Hant),
        (new("名稱（簡體）", "名称（简体）", "Name, simplified Chinese"), metadata.Name.Hans),
        (new("名稱（英文）", "名称（英文）", "Name, English"), metadata.Name.En),
        (new("用途（繁體）", "用途（繁体）", "Purpose, traditional Chinese"), metadata.Purpose.Hant),
        (new("用途（簡體）", "用途（简体）", "Purpose, simplified Chinese"), metadata.Purpose.Hans),
        (new("用途（英文）", "用途（英文）", "Purpose, English"), metadata.Purpose.En),
        (new("聯絡", "联系", "Contacts"), string.Join(", ", metadata.Contacts)),
        (new("回傳網址", "回调地址", "Redirect addresses"), string.Join(" , ", metadata.RedirectUris)),
        (new("登出後網址", "登出后地址", "After signing out"), string.Join(" , ", metadata.PostLogoutRedirectUris)),
        (new("登出通知網址", "登出通知地址", "Back-channel logout"), metadata.BackchannelLogoutUri ?? ""),
        (new("範圍", "范围", "Scopes"), string.Join(' ', metadata.Scopes)),
        (new("授權類型", "授权类型", "Grants"), string.Join(' ', metadata.GrantTypes)),
        (new("應用類型", "应用类型", "Application type"), metadata.ApplicationType),
        (new("證明身份的方式", "证明身份的方式", "Proves itself by"), metadata.AuthenticationMethod),
        (new("公開密鑰", "公开密钥", "Public keys"), KeysOf(metadata)),
        (new("身份權杖算法", "身份令牌算法", "Id token signed with"), metadata.IdTokenAlgorithm),
        (new("綁定 DPoP", "绑定 DPoP", "DPoP-bound tokens"), metadata.DpopBoundAccessTokens ? "✓" : ""),
        (new("網站", "网站", "Site"), metadata.ClientUri ?? ""),
        (new("標誌", "标志", "Logo"), metadata.LogoUri ?? ""),
        (new("私隱政策", "隐私政策", "Privacy policy"), metadata.PolicyUri ?? ""),
        (new("服務條款", "服务条款", "Terms"), metadata.TosUri ?? ""),
        (new("軟件", "软件", "Software"), string.Join(' ', new[] { metadata.SoftwareId, metadata.SoftwareVersion }.OfType<string>())),
    ];

    // A key id is what its holder calls a key. Only the thumbprint tells whether it is another one.
    private static string KeysOf(ClientMetadata metadata) => metadata.Jwks is { } jwks && RegisteredKeys.Read(jwks).TryGetValue(out var set)
        ? string.Join(", ", set.Keys.Select(key => $"{key.Kind} {key.KeyId} {key.Thumbprint}").Concat(set.EncryptionKeys.Select(key => $"{key.Algorithm} {key.KeyId} {key.Thumbprint}")))
        : "";
}
