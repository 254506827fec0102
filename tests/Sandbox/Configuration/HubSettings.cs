using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrossBorder.Sandbox.Departments;
using CrossBorder.Sandbox.Home;
using CrossBorder.Sandbox.Home.IamSmart;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Sandbox.Registry;
using CrossBorder.Sandbox.RelyingParty;

namespace CrossBorder.Sandbox.Configuration;

/// <summary>Writes <c>hub.json</c>: all that the hub is told about the sandbox.</summary>
internal sealed class HubSettings(SandboxOptions options, DevelopmentPki pki)
{
    public const string HomeScheme = "hk-sandbox";
    public const string HomeCallback = "/signin-" + HomeScheme;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private SandboxPorts Ports => options.Ports;

    public string Write()
    {
        var secrets = OwnerOnly.Folder(options.Data, "secrets");
        foreach (var name in new[] { "pd-1", "lookup", "pairwise", "token", "signing-keys" })
            WriteSecret(Path.Combine(secrets, name + ".key"));
        var file = Path.Combine(options.Data, "hub.json");
        OwnerOnly.Write(file, JsonSerializer.Serialize(Sections(), Json) + "\n");
        return file;
    }

    private static void WriteSecret(string path)
    {
        if (!File.Exists(path))
            OwnerOnly.Write(path, "development:" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) + "\n");
    }

    private Dictionary<string, object?> Sections() => new()
    {
        // The start-up table is for people; what goes wrong still shows.
        ["Logging"] = new { LogLevel = new { Default = "Warning" } },
        ["Hub"] = new
        {
            Issuer = Ports.HubAddress.AbsoluteUri,
            Http = $"http://localhost:{Ports.Hub}",
            Https = $"https://localhost:{Ports.HubHttps}",
            // One port for both: no resident of the sandbox has a certificate that a browser could ask about.
            MutualTls = $"https://localhost:{Ports.HubHttps}",
            HttpsCertificate = pki.CertificateFile("hub-tls"),
            HttpsKey = pki.KeyFile("hub-tls"),
            PrivacyContact = "privacy@example.test",
        },
        ["MutualTls"] = new { Address = $"https://localhost:{Ports.HubHttps}/" },
        ["Database"] = new { ConnectionString = options.Database ?? "Data Source=" + Path.Combine(options.Data, "hub.db") },
        ["PersonalData"] = new
        {
            ActiveKey = "pd-1",
            Keys = new[] { new { Id = "pd-1", Algorithm = "A256GCM", File = "secrets/pd-1.key" } },
            LookupKeyFile = "secrets/lookup.key",
            PairwiseKeyFile = "secrets/pairwise.key",
        },
        ["SigningKeys"] = new[]
        {
            SigningKey("hub-sm2", "SGD_SM3_SM2", "tokens", "envelopes", "directory", "attestations"),
            SigningKey("hub-rs256", "RS256", "tokens", "envelopes", "attestations"),
            SigningKey("hub-ps256", "PS256", "tokens", "envelopes"),
            SigningKey("hub-es256", "ES256", "tokens", "envelopes"),
            SigningKey("hub-home-ps256", "PS256", "home-client"),
            SigningKey("hub-federation-es256", "ES256", "federation"),
        },
        ["TokenEncryptionKeyFile"] = "secrets/token.key",
        ["KeyRotation"] = new { KeyFile = "secrets/signing-keys.key" },
        // Whoever tries the export out wants its newest entries proved too, and not five minutes later.
        ["Audit"] = new { CheckpointEvery = "00:00:10" },
        ["Trust"] = Trust(),
        ["Homes"] = options.IamSmart ? new[] { Home(), new GatewaySettings(options, pki).Home() } : new[] { Home() },
        ["AccountDirectory"] = new
        {
            BaseAddress = Ports.RegistryAddress.AbsoluteUri, SigningKey = "hub-sm2", RegistryHost.Audience,
        },
        // Scripts try the same few residents over and over.
        ["Verifications"] = new { GuessesPerDocument = 2_000 },
        ["Licences"] = new { BaseAddress = Ports.RegistryAddress.AbsoluteUri },
        ["Departments"] = SandboxDepartments.Algorithms.Select(department => new
        {
            Slug = department.Key,
            Address = new Uri(Ports.DepartmentsAddress, "departments/" + department.Key).AbsoluteUri,
            EnvelopeAlgorithm = department.Value,
            ReceiptAlgorithms = new[] { department.Value },
            EncryptionKeyFile = SandboxDepartments.Encrypted.Contains(department.Key) ? pki.CertificateFile(SandboxDepartments.EncryptionKey(department.Key)) : "",
        }),
        ["Hotline"] = new { Department = SandboxDepartments.Hotline },
        ["Officers"] = SandboxOfficers.Settings(options.Data),
        // Suites that try what is wrong all come from one address here.
        ["ProtocolLimits"] = new { WrongProofs = 1_000 },
        ["RelyingParties"] = SandboxClients.All.Append(SandboxClients.Member(Ports)).Select(RelyingParty),
        ["OpenIdFederation"] = new
        {
            Enabled = true,
            OrganizationName = "CrossBorder sandbox",
            Members = new[] { new { EntityId = FederationMember.IdentifierOf(Ports), JwksFile = FederationMember.KeySet } },
        },
    };

    private object SigningKey(string name, string algorithm, params string[] uses) => new
    {
        Id = name, Algorithm = algorithm, KeyFile = pki.KeyFile(name), CertificateFile = pki.CertificateFile(name), Uses = uses,
    };

    private object Trust() => new
    {
        Anchors = (object[])
        [
            new { Name = "hk-root", Jurisdiction = "HK", Purposes = new[] { "AssertionSigning" }, CertificateFile = pki.CertificateFile("hk-root") },
            new
            {
                Name = "gd-root", Jurisdiction = "CN-GD",
                Purposes = new[] { "ReceiptSigning", "ClientAuthentication", "DirectorySigning", "HubSigning", "EnvelopeEncryption" },
                CertificateFile = pki.CertificateFile("gd-root"),
            },
            .. ResidentAnchors(),
        ],
        Intermediates = new[] { pki.CertificateFile("hk-intermediate"), pki.CertificateFile("gd-intermediate") },
        RevocationLists = DevelopmentPki.Authorities.Select(name => new
        {
            Name = name,
            Address = new Uri(name.StartsWith("hk-", StringComparison.Ordinal) ? Ports.HomeAddress : Ports.RegistryAddress, $"crl/{name}.crl").AbsoluteUri,
        }).Concat(options.IamSmart ? [new { ResidentAuthority.Name, Address = new Uri(Ports.HomeAddress, "iamsmart/residents.crl").AbsoluteUri }] : []),
        Responders = new[]
        {
            Responder("hk-responder", "hk-intermediate", Ports.HomeAddress, "Sha1"),
            Responder("gd-responder", "gd-intermediate", Ports.RegistryAddress, "Sm3"),
        },
        RevocationGrace = "01:00:00",
        // All lists are fetched by the first sign-in after a start, and everything else starts at the same time.
        OnDemandWait = "00:00:10",
        RefreshEvery = "00:10:00",
    };

    // Residents sign with iAM Smart alone; without it the hub has no reason to believe their authority.
    private object[] ResidentAnchors()
    {
        if (!options.IamSmart)
            return [];
        ResidentAuthority.Open(options.Data, TimeProvider.System);
        return [new { ResidentAuthority.Name, Jurisdiction = "HK", Purposes = new[] { "ResidentSigning" }, CertificateFile = ResidentAuthority.CertificateFile(options.Data) }];
    }

    private object Responder(string name, string authority, Uri side, string hash) => new
    {
        Name = name,
        Issuer = Convert.ToHexStringLower(SHA256.HashData(Verification.Crypto.Certificate.Parse(File.ReadAllBytes(pki.CertificateFile(authority))).Value.Der.Span)),
        Address = new Uri(side, "ocsp/" + authority).AbsoluteUri,
        Nonce = "Required",
        CertificateHash = hash,
    };

    private object Home() => new
    {
        Scheme = HomeScheme,
        DisplayName = new { Hant = "香港示範登入", Hans = "香港演示登录", En = "Hong Kong demonstration sign-in" },
        Authority = Ports.HomeAddress.AbsoluteUri,
        ClientId = HomeHost.HubClient,
        Jurisdiction = "HK",
        SigningKey = "hub-home-ps256",
        AssertionSource = "token-response",
        MaximumAge = "00:05:00",
        AssertionAlgorithms = new[] { "RS256", "ES256" },
    };

    private object RelyingParty(SandboxClient client) => new
    {
        ClientId = client.Id,
        Name = new { Hant = client.NameHant, Hans = client.NameHans, En = client.NameEn },
        Contact = "privacy@example.test",
        Purpose = new
        {
            Hant = "確認您的身分，並代您向廣東省政府部門遞交申請及查閱進度",
            Hans = "核实您的身份，代您向广东省政府部门提交申请并查询进度",
            En = "To know who you are, to file your applications with Guangdong departments and to show their progress",
        },
        client.Type,
        SecretHashes = client.Secret is null ? [] : new[] { Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(client.Secret))) },
        JwksFile = client.KeyAlgorithm is null ? null : $"clients/{client.KeyName}.jwks",
        AuthenticationMethods = client.Methods,
        client.IdTokenAlgorithm,
        client.Scopes,
        client.ExchangeAudiences,
        client.Delegation,
        client.EventEndpoints,
        RedirectUris = client.Redirects
            ? new[] { new Uri(Ports.RelyingPartyAddress, "signin-oidc").AbsoluteUri, "http://localhost:9090/callback" }
            : [],
        PostLogoutRedirectUris = client.Redirects ? new[] { "http://localhost:9090/", Ports.RelyingPartyAddress.AbsoluteUri } : [],
        BackchannelLogoutUri = client.Id is RelyingPartyHost.Rsa or RelyingPartyHost.ShangMiClient
            ? new Uri(Ports.RelyingPartyAddress, BackChannelLogout.Path + client.Id).AbsoluteUri
            : null,
        GrantTypes = client.Grants,
        client.Profile,
        DpopBoundAccessTokens = client.Dpop,
        client.DpopNonce,
        CertificateBoundAccessTokens = client.Subject is not null,
        TlsClientSubject = client.Subject,
        TlsClientJurisdiction = client.Subject is null ? null : "CN-GD",
    };
}
