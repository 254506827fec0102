using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Conformance;

/// <summary>Plan Basic OP: codes, tokens and userinfo.</summary>
public sealed class BasicTokenTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait(Module.Trait, "oidcc-server, oidcc-idtoken-signature, oidcc-idtoken-unsigned, oidcc-login-hint, oidcc-ensure-request-with-valid-pkce-succeeds")]
    public async Task The_id_token_holds_by_the_key_set_and_is_about_who_was_hinted_at()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var result = await client.SignInAsync(browser, "r1");
        Assert.Equal(("state-of-yueshengshi", sandbox.Ports.HubAddress.AbsoluteUri), (result.Page.Parameter("state"), result.Page.Parameter("iss")));
        var tokens = await client.RedeemAsync(result.Code);

        // Without an algorithm that was agreed on it is RS256, and never none.
        var header = TokenAnswer.Header(tokens.IdToken);
        Assert.Equal("RS256", header.GetProperty("alg").GetString());
        var jwk = (await client.GetAsync(".well-known/jwks", null)).Json.GetProperty("keys").EnumerateArray()
            .Single(key => key.GetProperty("kid").GetString() == header.GetProperty("kid").GetString());
        var verified = SignedContent.Verify(tokens.IdToken, new SignedContentPolicy
        {
            Type = header.GetProperty("typ").GetString()!, Algorithms = ["RS256"], RegisteredKeys = [VerificationKey.FromJwk(jwk.GetRawText()).Value],
        });
        Assert.True(verified.Succeeded);
        var claims = JsonSerializer.Deserialize<JsonElement>(verified.Value.Payload.Span);
        Assert.Equal(sandbox.Ports.HubAddress.AbsoluteUri, claims.GetProperty("iss").GetString());
        Assert.Equal("yueshengshi", claims.GetProperty("aud").GetString());
        Assert.Equal(client.Nonce, claims.GetProperty("nonce").GetString());
        Assert.Equal(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(tokens.AccessToken)).AsSpan(0, 16)), claims.GetProperty("at_hash").GetString());
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Assert.InRange(claims.GetProperty("iat").GetInt64(), now - 120, now + 1);
        Assert.True(claims.GetProperty("exp").GetInt64() > now);
        Assert.True(claims.GetProperty("auth_time").GetInt64() <= now);

        var person = (await client.UserInfoAsync(tokens.AccessToken)).Json;
        Assert.Equal(claims.GetProperty("sub").GetString(), person.GetProperty("sub").GetString());
        Assert.Equal("CHAN Tai Man", person.GetProperty("name").GetString());
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-codereuse, oidcc-codereuse-30seconds")]
    public async Task A_code_that_is_used_again_ends_what_the_first_use_gave()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var code = (await client.SignInAsync(browser, "r1")).Code;
        var tokens = await client.RedeemAsync(code);
        Assert.Equal(200, (await client.UserInfoAsync(tokens.AccessToken)).Status);

        Assert.Equal("invalid_grant", (await client.RedeemAsync(code))["error"]);

        Assert.Equal(401, (await client.UserInfoAsync(tokens.AccessToken)).Status);
        Assert.Equal("invalid_grant", (await client.RefreshAsync(tokens.RefreshToken))["error"]);
        Assert.Equal("False", (await client.AskAsync("connect/introspect", ("token", tokens.AccessToken)))["active"]);
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-userinfo-get, oidcc-userinfo-post-header, oidcc-userinfo-post-body")]
    public async Task Userinfo_is_asked_in_three_ways_and_says_the_same()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);

        var byGet = await client.UserInfoAsync(tokens.AccessToken);
        var byHeader = await client.GetAsync("connect/userinfo", tokens.AccessToken, HttpMethod.Post);
        using var http = sandbox.NewHubClient();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("access_token", tokens.AccessToken)]);
        using var byBody = await http.PostAsync("connect/userinfo", form, Stop);

        Assert.Equal(TokenAnswer.Payload(tokens.IdToken).GetProperty("sub").GetString(), byGet["sub"]);
        Assert.Equal(byGet.Json.GetRawText(), byHeader.Json.GetRawText());
        Assert.Equal(byGet.Json.GetRawText(), await byBody.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-server-client-secret-post, oidcc-ensure-request-without-nonce-succeeds-for-code-flow")]
    public async Task The_secret_may_stand_in_the_body_and_a_nonce_may_be_missing()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var code = (await client.SignInAsync(browser, "r1", ("nonce", null))).Code;
        using var http = sandbox.NewHubClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["code"] = code!, ["redirect_uri"] = RelyingPartyClient.Callback, ["code_verifier"] = client.Verifier,
            ["client_id"] = client.ClientId, ["client_secret"] = client.Secret!,
        });
        using var answer = await http.PostAsync("connect/token", form, Stop);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-refresh-token")]
    public async Task A_refresh_token_is_its_clients_alone_and_gives_tokens_about_the_same_sign_in()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1", ("prompt", "consent"))).Code);
        using var other = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
        Assert.Equal("invalid_grant", (await other.RefreshAsync(tokens.RefreshToken))["error"]);

        var later = await client.RefreshAsync(tokens.RefreshToken);
        foreach (var claim in new[] { "iss", "sub", "aud", "auth_time", "sid" })
            Assert.Equal(TokenAnswer.Payload(tokens.IdToken).GetProperty(claim).ToString(), TokenAnswer.Payload(later.IdToken).GetProperty(claim).ToString());
    }

    private RelyingPartyClient Client() => new(sandbox.Ports, "yueshengshi");
}
