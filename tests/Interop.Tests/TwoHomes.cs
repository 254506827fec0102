using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using CrossBorder.Sandbox.Departments;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Sandbox.Residents;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Interop.Tests;

/// <summary>
/// A hub that knows a second home by its settings alone: foreign software, which puts its assertion into the id token. Whoever
/// signs in there under the name of a signer is vouched for by that signer; the identity is always that of r1.
/// </summary>
public sealed class TwoHomes : SandboxFixture, IAsyncLifetime
{
    public const string Scheme = "hk-foreign";
    public const string HonestSigner = "foreign-home";
    private const string Client = "hub-at-foreign-home";
    private readonly string strangers = Directory.CreateTempSubdirectory("crossborder-strangers-").FullName;
    private readonly SemaphoreSlim starting = new(1, 1);
    private NodeHomeProvider? provider;

    public string Issuer { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        // The port is held until the sandbox has found its own.
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        Issuer = $"http://localhost:{((IPEndPoint)port.LocalEndpoint).Port}";
        await StartAsync(hubSettings: new Dictionary<string, string>
        {
            ["Homes:1:Scheme"] = Scheme,
            ["Homes:1:DisplayName:Hant"] = "另一登入平台",
            ["Homes:1:DisplayName:Hans"] = "另一登录平台",
            ["Homes:1:DisplayName:En"] = "Another home",
            ["Homes:1:Authority"] = Issuer,
            ["Homes:1:ClientId"] = Client,
            ["Homes:1:Jurisdiction"] = "HK",
            ["Homes:1:SigningKey"] = "hub-home-ps256",
            ["Homes:1:AssertionSource"] = "id-token",
            ["Homes:1:MaximumAge"] = "00:05:00",
            ["Homes:1:AssertionAlgorithms:0"] = "ES256",
            ["Homes:1:AssertionAlgorithms:1"] = "RS256",
        });
    }

    /// <summary>Starts the foreign provider, once; skips the calling test where that can't be done here.</summary>
    public async Task RequireForeignHomeAsync()
    {
        await NodePeers.RequireAsync();
        await starting.WaitAsync();
        try
        {
            provider ??= await NodeHomeProvider.StartAsync(Settings());
        }
        finally
        {
            starting.Release();
        }
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        if (provider is not null)
            await provider.DisposeAsync();
        starting.Dispose();
        Directory.Delete(strangers, recursive: true);
        await base.DisposeAsync();
    }

    private object Settings()
    {
        Pki.CertifyHome(HonestSigner, Issuer);
        var stranger = DevelopmentPki.Open(strangers, Ports.HomeAddress, Ports.HubAddress, SandboxDepartments.Algorithms, TimeProvider.System);
        stranger.CertifyHome("stranger", Issuer);
        var signers = new Dictionary<string, object>
        {
            [HonestSigner] = Signer(Pki, HonestSigner, "ES256"),
            ["stranger"] = Signer(stranger, "stranger", "ES256"),
            ["home-es256"] = Signer(Pki, "home-es256", "ES256"),
            ["hub-tls"] = Signer(Pki, "hub-tls", "ES256"),
            ["hub-es256"] = Signer(Pki, "hub-es256", "ES256"),
        };
        using var key = Pki.SigningKey("hub-home-ps256", "PS256");
        return new
        {
            issuer = Issuer,
            signers,
            residents = signers.Keys.ToDictionary(name => name, name => new { subject = "subject-" + name, signer = name, identity = Identity() }),
            hub = new
            {
                clientId = Client,
                jwk = JsonSerializer.Deserialize<JsonElement>(key.PublicKey.ToJwk(key.Algorithm)),
                redirectUris = new[] { new Uri(Ports.HubAddress, "signin-" + Scheme).AbsoluteUri },
            },
        };
    }

    private static object Signer(DevelopmentPki pki, string name, string algorithm) => new
    {
        algorithm,
        key = File.ReadAllText(pki.KeyFile(name)),
        chain = Chain(File.ReadAllText(pki.CertificateFile(name))).ToArray(),
    };

    /// <summary>The certificates of a PEM file as x5c has them (RFC 7515 section 4.1.6).</summary>
    private static IEnumerable<string> Chain(string pem)
    {
        for (var rest = pem; PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
            yield return Convert.ToBase64String(Convert.FromBase64String(rest[fields.Base64Data]));
    }

    private static Dictionary<string, object> Identity()
    {
        var resident = SandboxResidents.Find("r1")!;
        return new Dictionary<string, object>
        {
            ["family_name"] = resident.FamilyName,
            ["given_name"] = resident.GivenName,
            ["name_zh_hant"] = resident.HanTraditional!,
            ["name_zh_hans"] = resident.HanSimplified!,
            ["birthdate"] = resident.Birthdate,
            ["gender"] = resident.Gender,
            ["documents"] = new[]
            {
                new { type = "hkid", number = resident.HongKongIdentityCard },
                new { type = "home_return_permit", number = resident.HomeReturnPermit },
            },
        };
    }
}
