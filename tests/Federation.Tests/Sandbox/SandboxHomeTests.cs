using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace CrossBorder.Federation.Tests.Sandbox;

/// <summary>The home provider itself, asked as the hub asks it.</summary>
public sealed class SandboxHomeTests(SandboxHomeTests.Started sandbox) : IClassFixture<SandboxHomeTests.Started>
{
    private const string Verifier = "a-verifier-that-is-long-enough-for-the-specification-0123456789";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Callback => sandbox.Ports.HubAddress + "signin-hk-sandbox";

    [Theory]
    [InlineData("r1", null, "urn:crossborder:loa:high", "RS256")]
    [InlineData("r2", null, "urn:crossborder:loa:high", "ES256")]
    [InlineData("r4", null, "urn:crossborder:loa:low", "ES256")]
    [InlineData("r4", "urn:crossborder:loa:high", "urn:crossborder:loa:substantial", "ES256")]
    public async Task A_hint_signs_in_at_once_and_the_assertion_tells_the_level(string login, string? asked, string level, string algorithm)
    {
        using var browser = new ResidentBrowser().StopAt(new Uri(Callback));

        var page = await browser.GoAsync(AuthorizeAddress(("login_hint", login), ("acr_values", asked)), Stop);
        var assertion = await RedeemAsync(page.Parameter("code")!);

        Assert.Equal(algorithm, assertion.Algorithm.Name);
        var payload = JsonSerializer.Deserialize<JsonElement>(assertion.Payload.Span);
        Assert.Equal(level, payload.GetProperty("acr").GetString());
        Assert.Equal("n-1", payload.GetProperty("nonce").GetString());
        Assert.Equal("cross-border-hub", payload.GetProperty("aud").GetString());
    }

    [Fact]
    public async Task Without_a_hint_the_form_asks_who_it_is()
    {
        using var browser = new ResidentBrowser().StopAt(new Uri(Callback));

        var form = await browser.GoAsync(AuthorizeAddress(("ui_locales", "en")), Stop);
        var page = await browser.SubmitAsync(Assert.Single(form.Forms), new Dictionary<string, string> { ["resident"] = "r6" }, cancellationToken: Stop);
        var payload = JsonSerializer.Deserialize<JsonElement>((await RedeemAsync(page.Parameter("code")!)).Payload.Span);

        Assert.Contains("Who is signing in?", form.Text, StringComparison.Ordinal);
        Assert.Equal("SMITH", payload.GetProperty("identity").GetProperty("family_name").GetString());
        Assert.False(payload.GetProperty("identity").TryGetProperty("name_zh_hant", out _));
    }

    private Uri AuthorizeAddress(params (string Name, string? Value)[] more)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["client_id"] = "cross-border-hub",
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["scope"] = "openid profile",
            ["nonce"] = "n-1",
            ["state"] = "s",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in more.Where(parameter => parameter.Value is not null))
            parameters[name] = value;
        return new Uri(QueryHelpers.AddQueryString(sandbox.Ports.HomeAddress + "connect/authorize", parameters));
    }

    private async Task<SignedContent> RedeemAsync(string code)
    {
        using var key = sandbox.Pki.SigningKey("hub-home-ps256", "PS256");
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var proof = Jws.Sign(key, "client-authentication+jwt", JsonSerializer.SerializeToUtf8Bytes(new
        {
            iss = "cross-border-hub", sub = "cross-border-hub", aud = sandbox.Ports.HomeAddress.AbsoluteUri,
            jti = Guid.NewGuid().ToString("N"), iat = now, exp = now + 60,
        }));
        using var http = new HttpClient { BaseAddress = sandbox.Ports.HomeAddress };
        using var response = await http.PostAsync("connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = Callback,
            ["code_verifier"] = Verifier,
            ["client_id"] = "cross-border-hub",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = proof,
        }), Stop);
        var body = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.StatusCode == HttpStatusCode.OK, body);
        var content = SignedContent.Verify(
            JsonSerializer.Deserialize<JsonElement>(body).GetProperty("identity_assertion").GetString()!,
            new SignedContentPolicy { Type = "cross-border-identity+jws", Algorithms = ["RS256", "ES256"] });
        Assert.True(content.Succeeded, string.Join("; ", content.Errors));
        return content.Value;
    }

    public sealed class Started : SandboxFixture, IAsyncLifetime
    {
        public async ValueTask InitializeAsync() => await StartAsync();
    }
}
