using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrossBorder.Sandbox.Home;
using CrossBorder.Sandbox.Home.IamSmart;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Pki;

namespace CrossBorder.Sandbox.Configuration;

/// <summary>Writes <c>gateway.json</c>: all that the assertion gateway is told. It shares no file with the hub but the hub's public key.</summary>
internal sealed class GatewaySettings(SandboxOptions options, DevelopmentPki pki)
{
    public const string Scheme = "hk-iam-smart";
    public const string Callback = "/signin-" + Scheme;
    private const string KeyName = "gateway-es256";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private SandboxPorts Ports => options.Ports;

    public string Write()
    {
        pki.CertifyHome(KeyName, Ports.GatewayAddress.AbsoluteUri);
        var secrets = OwnerOnly.Folder(options.Data, "secrets");
        var secret = Path.Combine(secrets, "gateway.key");
        if (!File.Exists(secret))
            OwnerOnly.Write(secret, "development:" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) + "\n");
        using var hub = pki.SigningKey("hub-home-ps256", "PS256");
        File.WriteAllText(Path.Combine(options.Data, "gateway-client.jwks"), $$"""{"keys":[{{hub.PublicKey.ToJwk(hub.Algorithm)}}]}""" + "\n");

        var file = Path.Combine(options.Data, "gateway.json");
        OwnerOnly.Write(file, JsonSerializer.Serialize(Sections(), Json) + "\n");
        return file;
    }

    /// <summary>The gateway as the hub knows it: one more home.</summary>
    public object Home() => new
    {
        Scheme,
        DisplayName = new { Hant = "智方便", Hans = "智方便", En = "iAM Smart" },
        Authority = Ports.GatewayAddress.AbsoluteUri,
        LeadsTo = new[] { Ports.HomeAddress.AbsoluteUri },
        ClientId = HomeHost.HubClient,
        Jurisdiction = "HK",
        SigningKey = "hub-home-ps256",
        SigningEndpoint = new Uri(Ports.GatewayAddress, "signing").AbsoluteUri,
        AssertionSource = "token-response",
        MaximumAge = "00:05:00",
        AssertionAlgorithms = new[] { "ES256" },
    };

    private Dictionary<string, object?> Sections() => new()
    {
        ["Logging"] = new { LogLevel = new { Default = "Warning" } },
        ["Gateway"] = new
        {
            Issuer = Ports.GatewayAddress.AbsoluteUri,
            Http = $"http://localhost:{Ports.Gateway}",
            SigningKey = new { Id = KeyName, Algorithm = "ES256", KeyFile = pki.KeyFile(KeyName), CertificateFile = pki.CertificateFile(KeyName) },
            SecretFile = "secrets/gateway.key",
            Client = new
            {
                ClientId = HomeHost.HubClient,
                JwksFile = "gateway-client.jwks",
                RedirectUris = new[] { new Uri(Ports.HubAddress, Callback).AbsoluteUri, $"https://localhost:{Ports.HubHttps}{Callback}" },
                SigningReturnUris = new[] { new Uri(Ports.HubAddress, "sign/returned").AbsoluteUri },
            },
        },
        ["Database"] = new { ConnectionString = "Data Source=" + Path.Combine(options.Data, "gateway.db") },
        ["IamSmart"] = new
        {
            BaseAddress = new Uri(Ports.HomeAddress, "iamsmart/").AbsoluteUri,
            IamSmartService.ClientId,
            ClientSecretFile = IamSmartService.SecretFile(options.Data),
            KeyEncryptionKeyFile = pki.KeyFile(IamSmartService.KeyName),
        },
    };
}
