using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Fapi;

/// <summary>Clients that come with a certificate (RFC 8705): over TLS, and handed on by a proxy.</summary>
[Collection(FapiHubs.Name)]
public sealed class MutualTlsTests(FapiHub sandbox)
{
    private const string ClientId = "fapi-tls-rp";

    private Uri Tls => new($"https://localhost:{sandbox.Ports.HubHttps}/");

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-happy-flow, fapi2-security-profile-final-ensure-holder-of-key-required")]
    public async Task A_client_proves_itself_by_its_certificate_and_its_tokens_are_bound_to_it()
    {
        using var certificate = Issued(ClientId);
        using var http = Connect(certificate);
        var tokens = await SignInAsync(http, ClientId);
        Assert.True(tokens.Status == 200, tokens.Json.ToString());

        Assert.Equal("Bearer", tokens["token_type"]);
        var bound = Convert.ToBase64String(SHA256.HashData(certificate.RawData)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Assert.Equal(bound, TokenAnswer.Payload(tokens.AccessToken).GetProperty("cnf").GetProperty("x5t#S256").GetString());

        using var without = Connect(null);
        using var other = Connect(sandbox.Registered);
        foreach (var resource in new[] { "connect/userinfo", "api/applications" })
        {
            Assert.Equal(200, (await GetAsync(http, resource, tokens.AccessToken)).Status);
            Assert.Contains("CB2034", (await GetAsync(without, resource, tokens.AccessToken)).Challenge, StringComparison.Ordinal);
            Assert.Contains("CB2033", (await GetAsync(other, resource, tokens.AccessToken)).Challenge, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_certificate_that_is_not_the_clients_proves_nobody_CB2040()
    {
        sandbox.Pki.CertifyClient("another-rp", "another-rp");
        using var nobody = Connect(null);
        using var self = Connect(sandbox.Registered);
        using var another = Connect(Issued("another-rp"));
        Assert.Equal("invalid_client", (await PushAsync(nobody, ClientId))["error"]);
        foreach (var http in new[] { self, another })
        {
            var refused = await PushAsync(http, ClientId);
            Assert.Equal((401, "invalid_client"), (refused.Status, refused["error"]));
            Assert.StartsWith("CB2040", refused["error_description"], StringComparison.Ordinal);
        }

        // A certificate is no way in for a client that is registered for another.
        Assert.Equal("invalid_client", (await PushAsync(another, "fapi-rp"))["error"]);
        Assert.Equal("invalid_client", (await PushAsync(self, "yueshengshi"))["error"]);
    }

    [Fact]
    public async Task A_revoked_certificate_is_refused_and_its_registered_subject_helps_nothing()
    {
        sandbox.Pki.CertifyClient("revoked", ClientId);
        using var certificate = Issued("revoked");
        using var http = Connect(certificate);
        Assert.Equal(201, (await PushAsync(http, ClientId)).Status);

        sandbox.Pki.Revoke("client-revoked");
        await Waiting.UntilAsync(async () =>
        {
            foreach (var list in CrossBorder.Sandbox.Pki.DevelopmentPki.Authorities)
                await sandbox.HubServices.GetRequiredService<RevocationOnDemand>().FetchAsync(list);
            return (await PushAsync(http, ClientId)).Status == 401;
        }, "the revocation is known", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_self_signed_certificate_is_the_clients_where_it_is_registered_and_no_other()
    {
        using var http = Connect(sandbox.Registered);
        Assert.Equal(201, (await PushAsync(http, FapiHub.SelfSigned, "openid")).Status);
        using var other = FapiHub.NewCertificate();
        using var stranger = Connect(other);
        Assert.StartsWith("CB2040", (await PushAsync(stranger, FapiHub.SelfSigned, "openid"))["error_description"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_proxy_hands_on_certificates_that_TLS_here_cannot_carry_and_our_own_checks_judge_them(bool pem)
    {
        sandbox.Pki.CertifyClient("sm2", ClientId, sm2: true);
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(sandbox.Pki.CertificateFile("client-sm2"));
        var header = pem ? Uri.EscapeDataString(certificate.ExportCertificatePem()) : $":{Convert.ToBase64String(certificate.RawData)}:";
        using var http = Forward(header);
        var tokens = await SignInAsync(http, ClientId);
        Assert.True(tokens.Status == 200, tokens.Json.ToString());
        Assert.Equal(200, (await GetAsync(http, "connect/userinfo", tokens.AccessToken)).Status);

        // The same header from somebody who is no proxy.
        using var anybody = Forward(header, proxy: false);
        Assert.Equal("invalid_client", (await PushAsync(anybody, ClientId))["error"]);
        using var garbage = Forward(":bm90IGEgY2VydGlmaWNhdGU=:");
        Assert.Equal("invalid_client", (await PushAsync(garbage, ClientId))["error"]);
        Assert.Contains("CB2034", (await GetAsync(garbage, "connect/userinfo", tokens.AccessToken)).Challenge, StringComparison.Ordinal);
    }

    private X509Certificate2 Issued(string name) => Load("client-" + name);

    private X509Certificate2 Load(string name)
    {
        using var bare = X509CertificateLoader.LoadCertificateFromFile(sandbox.Pki.CertificateFile(name));
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(sandbox.Pki.KeyFile(name)));
        return bare.CopyWithPrivateKey(key);
    }

    /// <summary>A connection with that certificate; the hub's own is of the sandbox.</summary>
    private HttpClient Connect(X509Certificate2? certificate)
    {
        using var own = X509CertificateLoader.LoadCertificateFromFile(sandbox.Pki.CertificateFile("hub-tls"));
        var hub = own.RawData;
        return new HttpClient(new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null && shown.GetRawCertData().AsSpan().SequenceEqual(hub),
                LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate!,
            },
        }) { BaseAddress = Tls };
    }

    private HttpClient Forward(string header, bool proxy = true)
    {
        var http = proxy ? sandbox.NewProxy() : sandbox.NewHubClient();
        http.DefaultRequestHeaders.Add(FapiHub.CertificateHeader, header);
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return http;
    }

    private async Task<TokenAnswer> SignInAsync(HttpClient http, string clientId)
    {
        // The example of RFC 7636 appendix B.
        const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        var pushed = await PushAsync(http, clientId);
        Assert.True(pushed.Status == 201, pushed.Json.ToString());
        using var browser = SandboxFixture.NewBrowser();
        var result = await RelyingPartyClient.AgreeAsync(browser, new Uri(sandbox.Ports.HubAddress, $"connect/authorize?client_id={clientId}&request_uri={pushed["request_uri"]}"));
        return await PostAsync(http, "connect/token", ("client_id", clientId), ("grant_type", "authorization_code"), ("code", result.Code!),
            ("redirect_uri", RelyingPartyClient.Callback), ("code_verifier", Verifier));
    }

    private static Task<TokenAnswer> PushAsync(HttpClient http, string clientId, string scope = RelyingPartyClient.AllScopes) =>
        PostAsync(http, "connect/par", ("client_id", clientId), ("redirect_uri", RelyingPartyClient.Callback), ("response_type", "code"), ("scope", scope),
            ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"), ("code_challenge_method", "S256"), ("login_hint", "r1"));

    private static async Task<TokenAnswer> PostAsync(HttpClient http, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        return await TokenAnswer.OfAsync(http, request);
    }

    private static async Task<TokenAnswer> GetAsync(HttpClient http, string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await TokenAnswer.OfAsync(http, request);
    }
}
