using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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

    /// <summary>A client with an RSA key, which acts for itself alone.</summary>
    public const string RsaClient = "fapi-rsa-rp";

    public const string CertificateHeader = "Client-Cert";

    /// <summary>The certificate of <see cref="SelfSigned"/>, with its key.</summary>
    public X509Certificate2 Registered { get; } = NewCertificate();

    public async ValueTask InitializeAsync()
    {
        var keys = Path.Combine(Data, SelfSigned + ".jwks");
        var certificate = Certificate.Parse(Registered.RawData).Value;
        await File.WriteAllTextAsync(keys, $$"""{"keys":[{{certificate.PublicKey.ToJwk(null, [certificate])}}]}""");
        const string Client = "RelyingParties:20:";
        const string Rsa = "RelyingParties:21:";
        using var key = SoftwareSigningKey.Generate(AlgorithmCatalogue.PS256, RsaClient + "-1");
        var clients = Directory.CreateDirectory(Path.Combine(Data, "clients")).FullName;
        await File.WriteAllTextAsync(Path.Combine(clients, RsaClient + ".jwk"), key.ToPrivateJwk());
        await File.WriteAllTextAsync(Path.Combine(clients, RsaClient + ".jwks"), $$"""{"keys":[{{key.PublicKey.ToJwk()}}]}""");
        await StartAsync(hubSettings: new Dictionary<string, string>
        {
            ["Proxies:Trusted:0"] = "127.0.0.1",
            ["Proxies:Trusted:1"] = "::1",
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
