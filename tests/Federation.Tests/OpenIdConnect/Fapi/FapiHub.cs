using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Fapi;

/// <summary>One hub for all tests of the profile, behind a proxy of this machine that hands client certificates on.</summary>
public sealed class FapiHub : SandboxFixture, IAsyncLifetime
{
    /// <summary>A client with a self-signed certificate, which the settings below register.</summary>
    public const string SelfSigned = "fapi-self-signed-rp";

    /// <summary>A public client with refresh tokens, of no strict profile.</summary>
    public const string NativeClient = "native-rp";

    /// <summary>A client with an RSA key, which acts for itself alone.</summary>
    public const string RsaClient = "fapi-rsa-rp";

    /// <summary>A client of FAPI 2.0 Message Signing.</summary>
    public const string SigningClient = "fapi-signing-rp";

    /// <summary>Where the proxy connects from; everybody else comes from 127.0.0.1 or ::1.</summary>
    private const string Proxy = "127.0.0.2";

    public const string CertificateHeader = "Client-Cert";

    /// <summary>The certificate of <see cref="SelfSigned"/>, with its key.</summary>
    public X509Certificate2 Registered { get; } = NewCertificate();

    public async ValueTask InitializeAsync()
    {
        var keys = Path.Combine(Data, SelfSigned + ".jwks");
        var certificate = Certificate.Parse(Registered.RawData).Value;
        await File.WriteAllTextAsync(keys, $$"""{"keys":[{{certificate.PublicKey.ToJwk(null, [certificate])}}]}""");
        const string Client = "RelyingParties:20:";
        const string Native = "RelyingParties:22:";
        const string Rsa = "RelyingParties:21:";
        using var key = SoftwareSigningKey.Generate(AlgorithmCatalogue.PS256, RsaClient + "-1");
        var clients = Directory.CreateDirectory(Path.Combine(Data, "clients")).FullName;
        await File.WriteAllTextAsync(Path.Combine(clients, RsaClient + ".jwk"), key.ToPrivateJwk());
        await File.WriteAllTextAsync(Path.Combine(clients, RsaClient + ".jwks"), $$"""{"keys":[{{key.PublicKey.ToJwk()}}]}""");
        const string Signing = "RelyingParties:23:";
        using var signing = SoftwareSigningKey.Generate(AlgorithmCatalogue.PS256, SigningClient + "-1");
        await File.WriteAllTextAsync(Path.Combine(clients, SigningClient + ".jwk"), signing.ToPrivateJwk());
        await File.WriteAllTextAsync(Path.Combine(clients, SigningClient + ".jwks"), $$"""{"keys":[{{signing.PublicKey.ToJwk()}}]}""");
        await StartAsync(hubSettings: new Dictionary<string, string>
        {
            [Signing + "ClientId"] = SigningClient,
            [Signing + "Type"] = "confidential",
            [Signing + "Profile"] = "fapi2-message-signing",
            [Signing + "DpopBoundAccessTokens"] = "true",
            [Signing + "AuthenticationMethods:0"] = "private_key_jwt",
            [Signing + "JwksFile"] = Path.Combine(clients, SigningClient + ".jwks"),
            [Signing + "IdTokenAlgorithm"] = "PS256",
            [Signing + "GrantTypes:0"] = "authorization_code",
            [Signing + "Scopes:0"] = "openid",
            [Signing + "Scopes:1"] = "profile",
            [Signing + "RedirectUris:0"] = Testing.RelyingParties.RelyingPartyClient.Callback,
            [Signing + "Contact"] = "privacy@example.test",
            [Signing + "Name:Hant"] = "簽署訊息的服務（示範）",
            [Signing + "Name:Hans"] = "签名消息的服务（演示）",
            [Signing + "Name:En"] = "Service that signs its messages (demonstration)",
            [Signing + "Purpose:Hant"] = "確認您的身分",
            [Signing + "Purpose:Hans"] = "核实您的身份",
            [Signing + "Purpose:En"] = "To know who you are",
            ["Proxies:Trusted:0"] = Proxy,
            ["Proxies:CertificateHeader"] = CertificateHeader,
            [Client + "ClientId"] = SelfSigned,
            [Client + "Type"] = "confidential",
            [Client + "Profile"] = "fapi2",
            [Client + "CertificateBoundAccessTokens"] = "true",
            [Client + "AuthenticationMethods:0"] = "self_signed_tls_client_auth",
            [Client + "JwksFile"] = keys,
            [Client + "IdTokenAlgorithm"] = "ES256",
            [Client + "GrantTypes:0"] = "authorization_code",
            [Client + "Scopes:0"] = "openid",
            [Client + "RedirectUris:0"] = Testing.RelyingParties.RelyingPartyClient.Callback,
            [Rsa + "ClientId"] = RsaClient,
            [Rsa + "Type"] = "confidential",
            [Rsa + "Profile"] = "fapi2",
            [Rsa + "AuthenticationMethods:0"] = "private_key_jwt",
            [Rsa + "JwksFile"] = Path.Combine(clients, RsaClient + ".jwks"),
            [Rsa + "GrantTypes:0"] = "client_credentials",
            [Rsa + "Scopes:0"] = "applications.pickup",
            [Native + "ClientId"] = NativeClient,
            [Native + "Type"] = "public",
            [Native + "AuthenticationMethods:0"] = "none",
            [Native + "IdTokenAlgorithm"] = "ES256",
            [Native + "GrantTypes:0"] = "authorization_code",
            [Native + "GrantTypes:1"] = "refresh_token",
            [Native + "Scopes:0"] = "openid",
            [Native + "Scopes:1"] = "offline_access",
            [Native + "RedirectUris:0"] = Testing.RelyingParties.RelyingPartyClient.Callback,
            [Native + "Contact"] = "privacy@example.test",
            [Native + "Name:Hant"] = "手機應用程式（示範）",
            [Native + "Name:Hans"] = "手机应用（演示）",
            [Native + "Name:En"] = "App on a phone (demonstration)",
            [Native + "Purpose:Hant"] = "確認您的身分",
            [Native + "Purpose:Hans"] = "核实您的身份",
            [Native + "Purpose:En"] = "To know who you are",
            [Client + "Contact"] = "privacy@example.test",
            [Client + "Name:Hant"] = "自簽憑證服務（示範）",
            [Client + "Name:Hans"] = "自签证书服务（演示）",
            [Client + "Name:En"] = "Service with a self-signed certificate (demonstration)",
            [Client + "Purpose:Hant"] = "確認您的身分",
            [Client + "Purpose:Hans"] = "核实您的身份",
            [Client + "Purpose:En"] = "To know who you are",
        });
    }

    /// <summary>A certificate that nobody issued.</summary>
    public static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        return new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=self-signed", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }

    /// <summary>Signs r1 in and says yes to everything, from wherever the browser is.</summary>
    public static async Task<Page> GoOnAsync(ResidentBrowser browser, Page page)
    {
        for (var steps = 0; !page.Stopped && steps < 8 && page.Forms.FirstOrDefault(IsAQuestion) is { } form; steps++)
            page = await browser.SubmitAsync(form, new Dictionary<string, string> { ["resident"] = "r1" }, cancellationToken: TestContext.Current.CancellationToken);
        return page;

        static bool IsAQuestion(PageForm form) => form.Fields.ContainsKey("return_url") || form.Buttons.Any(button => button.Name == "resident")
            || (form.Fields.ContainsKey("__RequestVerificationToken") && form.Buttons.Count > 0);
    }

    /// <summary>A client of the hub that connects from where the proxy stands.</summary>
    public HttpClient NewProxy() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(Proxy), 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    }) { BaseAddress = Ports.HubAddress };

    /// <summary>The protocol's clock goes ahead until the answer is disposed of.</summary>
    public IDisposable Ahead(TimeSpan ahead) => new AheadClock(HubServices.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue, ahead);

    private sealed class AheadClock : TimeProvider, IDisposable
    {
        private readonly OpenIddictServerOptions options;
        private readonly TimeProvider before;
        private readonly TimeSpan ahead;

        public AheadClock(OpenIddictServerOptions options, TimeSpan ahead)
        {
            (this.options, this.ahead, before) = (options, ahead, options.TimeProvider!);
            options.TimeProvider = this;
        }

        public override DateTimeOffset GetUtcNow() => before.GetUtcNow() + ahead;

        public void Dispose() => options.TimeProvider = before;
    }
}

/// <summary>Tests that share <see cref="FapiHub"/>, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class FapiHubs : ICollectionFixture<FapiHub>
{
    public const string Name = "FAPI";
}
