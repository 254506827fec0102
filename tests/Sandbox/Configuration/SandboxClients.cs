using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.RelyingParty;

namespace CrossBorder.Sandbox.Configuration;

/// <summary>One relying party as it is registered at the hub.</summary>
/// <param name="KeyAlgorithm">Set for private_key_jwt: the key that the client proves itself with.</param>
internal sealed record SandboxClient(
    string Id, string NameHant, string NameHans, string NameEn, string? Secret, string? KeyAlgorithm, string[] Methods,
    string? IdTokenAlgorithm, string[] Scopes, string[] Grants)
{
    /// <summary>What its key files are called.</summary>
    public string KeyName { get; init; } = Id;

    /// <summary>Where events may be posted to it.</summary>
    public string[] EventEndpoints { get; init; } = [];

    /// <summary>Departments that it may call on a resident's behalf, by their client ids.</summary>
    public string[] ExchangeAudiences { get; init; } = [];

    /// <summary>Serves those who act for others.</summary>
    public bool Delegation => Id is "yueshengshi" or "yueshangtong";

    public bool Redirects => Grants.Contains("authorization_code");

    /// <summary>How strict the hub is with it.</summary>
    public string Profile { get; init; } = "plain";

    /// <summary>Its tokens are bound to the key of its DPoP proofs.</summary>
    public bool Dpop { get; init; }

    /// <summary>Its proofs carry a nonce of the hub.</summary>
    public bool DpopNonce { get; init; }

    /// <summary>Set for tls_client_auth: the subject of its certificate.</summary>
    public string? Subject { get; init; }

    public string Type => Methods.Contains("none") ? "public" : "confidential";
}

/// <summary>The relying parties of the sandbox.</summary>
internal static class SandboxClients
{
    private const string Device = "urn:ietf:params:oauth:grant-type:device_code";
    private static readonly string[] Citizen = ["openid", "profile", "identity", "applications", "offline_access"];
    private static readonly string[] CodeAndRefresh = ["authorization_code", "refresh_token"];
    private static readonly string[] CodeRefreshAndExchange = [.. CodeAndRefresh, "urn:ietf:params:oauth:grant-type:token-exchange"];

    /// <summary>
    /// The relying party as a member of the hub's federation: its client id is its entity identifier, and so depends on where it listens.
    /// </summary>
    public static SandboxClient Member(SandboxPorts ports) => new(
        FederationMember.IdentifierOf(ports), "聯盟成員服務（示範）", "联盟成员服务（演示）", "Federation member (demonstration)", null, "ES256",
        ["private_key_jwt"], "ES256", ["openid", "profile"], ["authorization_code"]) { KeyName = "federation-rp" };

    /// <summary>Those whose ids are the same wherever the sandbox listens.</summary>
    public static IReadOnlyList<SandboxClient> All { get; } =
    [
        new("yueshengshi", "粵省事（示範）", "粤省事（演示）", "Yueshengshi (demonstration)", "sandbox-yueshengshi", null,
            ["client_secret_basic", "client_secret_post"], "RS256", Citizen, CodeRefreshAndExchange) { ExchangeAudiences = ["department-gd-hrss"] },
        new("yueshangtong", "粵商通（示範）", "粤商通（演示）", "Yueshangtong (demonstration)", "sandbox-yueshangtong", null,
            ["client_secret_basic"], "SGD_SM3_SM2", Citizen, CodeAndRefresh),
        new("public-rp", "流動應用程式（示範）", "移动应用（演示）", "Mobile app (demonstration)", null, null,
            ["none"], "ES256", ["openid", "profile"], ["authorization_code"]),
        new("ps-rp", "高保安服務（示範）", "高安全服务（演示）", "High-security service (demonstration)", null, "PS256",
            ["private_key_jwt"], "PS256", ["openid", "profile", "identity", "applications"], ["authorization_code"]),
        new("department-gd-hrss", "廣東省人力資源和社會保障廳（示範）", "广东省人力资源和社会保障厅（演示）", "HRSS of Guangdong (demonstration)", null, "SGD_SM3_SM2",
            ["private_key_jwt"], null, ["identity.verify", "applications.pickup"], ["client_credentials"]),
        new("kiosk", "自助服務機（示範）", "自助服务机（演示）", "Kiosk (demonstration)", null, null,
            ["none"], "RS256", ["openid", "profile", "applications"], [Device]),
        new("fapi-rp", "最高保安服務（示範）", "最高安全服务（演示）", "Highest-security service (demonstration)", null, "ES256",
            ["private_key_jwt"], "PS256", Citizen, CodeAndRefresh) { Profile = "fapi2", Dpop = true },
        new("fapi-sm2-rp", "國密最高保安服務（示範）", "国密最高安全服务（演示）", "Highest-security service with SM2 (demonstration)", null, "SGD_SM3_SM2",
            ["private_key_jwt"], "SGD_SM3_SM2", Citizen, CodeAndRefresh) { Profile = "fapi2", Dpop = true, DpopNonce = true },
        new("fapi-tls-rp", "憑證連線服務（示範）", "证书连接服务（演示）", "Service with a client certificate (demonstration)", null, null,
            ["tls_client_auth"], "ES256", Citizen, CodeAndRefresh) { Profile = "fapi2", Subject = "CN=Relying party fapi-tls-rp, O=CrossBorder Development, C=CN" },
        new("signals-rp", "安全事件接收方（示範）", "安全事件接收方（演示）", "Receiver of security events (demonstration)", "sandbox-signals-rp", null,
            ["client_secret_basic"], "RS256", ["openid", "profile", "offline_access", "ssf.manage", "ssf.read"], [.. CodeAndRefresh, "client_credentials"])
        { EventEndpoints = ["http://localhost:9090/events"] },
    ];
}
