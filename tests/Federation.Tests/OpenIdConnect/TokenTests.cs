using System.Text.Json;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect;

/// <summary>Codes, tokens, their content and their end.</summary>
public sealed class TokenTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    [Theory]
    [InlineData("yueshengshi", "RS256")]
    [InlineData("yueshangtong", "SGD_SM3_SM2")]
    [InlineData("public-rp", "ES256")]
    public async Task Tokens_are_signed_with_the_clients_algorithm_and_tell_nothing_of_our_insides(string clientId, string algorithm)
    {
        using var client = Client(clientId);
        var tokens = await SignInAsync(client, "r1");

        var access = TokenAnswer.Payload(tokens.AccessToken);
        Assert.Equal("at+jwt", TokenAnswer.Header(tokens.AccessToken).GetProperty("typ").GetString());
        // RFC 9068 section 2.2
        foreach (var required in new[] { "iss", "exp", "aud", "sub", "client_id", "iat", "jti", "scope", "acr", "auth_time", "sid" })
            Assert.True(access.TryGetProperty(required, out _), required);
        foreach (var token in new[] { tokens.AccessToken, tokens.IdToken })
        {
            Assert.Equal(algorithm, TokenAnswer.Header(token).GetProperty("alg").GetString());
            var payload = TokenAnswer.Payload(token);
            Assert.All(payload.EnumerateObject(), claim => Assert.DoesNotContain("oi_", claim.Name, StringComparison.Ordinal));
            Assert.DoesNotContain("CHAN", payload.GetRawText(), StringComparison.OrdinalIgnoreCase);
            Assert.False(payload.TryGetProperty("resident", out _));
        }

        Assert.Equal(client.Nonce, TokenAnswer.Payload(tokens.IdToken).GetProperty("nonce").GetString());
    }

    [Fact]
    public async Task A_resident_has_another_subject_at_each_relying_party_and_the_same_at_each_sign_in()
    {
        using var one = Client("yueshengshi");
        using var again = Client("yueshengshi");
        using var other = Client("yueshangtong");
        var first = Subject(await SignInAsync(one, "r1"));

        Assert.Equal(first, Subject(await SignInAsync(again, "r1")));
        Assert.NotEqual(first, Subject(await SignInAsync(other, "r1")));
    }

    [Fact]
    public async Task Relying_parties_cannot_tell_by_their_tokens_that_they_serve_the_same_person()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var one = Client("yueshengshi");
        using var other = Client("yueshangtong");
        var first = await one.RedeemAsync((await one.SignInAsync(browser, "r1")).Code);
        var second = await other.RedeemAsync((await other.SignInAsync(browser, "r1")).Code);

        foreach (var claim in new[] { "sub", "sid", "jti", "nonce" })
            Assert.NotEqual(Text(first.AccessToken, claim) ?? Text(first.IdToken, claim), Text(second.AccessToken, claim) ?? Text(second.IdToken, claim));

        // A sid of one is nothing in the hands of the other.
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<IVerifiedSessions>();
        var sid = Text(first.AccessToken, "sid")!;
        Assert.NotNull(await sessions.FindForClientAsync(sid, "yueshengshi", TestContext.Current.CancellationToken));
        Assert.Null(await sessions.FindForClientAsync(sid, "yueshangtong", TestContext.Current.CancellationToken));

        static string? Text(string token, string claim) => TokenAnswer.Payload(token).TryGetProperty(claim, out var value) ? value.ToString() : null;
    }

    [Fact]
    public async Task A_code_holds_once_and_a_second_use_ends_what_the_first_gave()
    {
        using var client = Client("yueshengshi");
        var code = await CodeAsync(client, "r1");
        var tokens = await client.RedeemAsync(code);
        Assert.Equal(200, tokens.Status);

        Assert.Equal("invalid_grant", (await client.RedeemAsync(code))["error"]);
        Assert.Equal(401, (await client.UserInfoAsync(tokens.AccessToken)).Status);
        Assert.Equal("invalid_grant", (await client.RefreshAsync(tokens.RefreshToken))["error"]);
    }

    [Theory]
    [InlineData("code_verifier", "0123456789012345678901234567890123456789012")]
    [InlineData("code_verifier", null)]
    [InlineData("redirect_uri", "http://localhost:5083/signin-oidc")]
    public async Task A_code_is_worth_nothing_without_what_it_was_asked_with(string field, string? value)
    {
        using var client = Client("yueshengshi");
        var code = await CodeAsync(client, "r1");
        var answer = await client.RedeemAsync(code, (field, value));
        Assert.Equal(400, answer.Status);
        Assert.Contains(answer["error"], new[] { "invalid_grant", "invalid_request" });
    }

    [Fact]
    public async Task A_code_of_another_client_is_refused()
    {
        using var owner = Client("yueshengshi");
        using var thief = Client("yueshangtong");
        var code = await CodeAsync(owner, "r1");
        Assert.Equal("invalid_grant", (await thief.AskAsync("connect/token",
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", RelyingPartyClient.Callback), ("code_verifier", owner.Verifier)))["error"]);
    }

    [Fact]
    public async Task A_refresh_token_holds_once_and_its_theft_ends_the_whole_line()
    {
        using var client = Client("yueshengshi");
        var tokens = await SignInAsync(client, "r1");
        var second = await client.RefreshAsync(tokens.RefreshToken);
        Assert.Equal(200, second.Status);
        Assert.NotEqual(tokens.RefreshToken, second.RefreshToken);
        Assert.Equal(Subject(tokens), Subject(second));

        Assert.Equal("invalid_grant", (await client.RefreshAsync(tokens.RefreshToken))["error"]);
        Assert.Equal("invalid_grant", (await client.RefreshAsync(second.RefreshToken))["error"]);
        Assert.Equal(401, (await client.UserInfoAsync(second.AccessToken)).Status);
    }

    [Fact]
    public async Task A_refresh_may_ask_for_less_and_not_for_more()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi") { Scope = "openid profile offline_access" };
        var tokens = await SignInAsync(client, "r1");

        var less = await client.RefreshAsync(tokens.RefreshToken, ("scope", "openid"));
        Assert.Equal("openid", TokenAnswer.Payload(less.AccessToken).GetProperty("scope").GetString());
        Assert.NotEqual(200, (await client.RefreshAsync(less.RefreshToken, ("scope", "openid identity"))).Status);
    }

    [Fact]
    public async Task A_revoked_token_is_refused_at_once_everywhere()
    {
        using var client = Client("yueshengshi");
        var tokens = await SignInAsync(client, "r1");
        Assert.Equal("True", (await client.AskAsync("connect/introspect", ("token", tokens.AccessToken)))["active"]);

        Assert.Equal(200, (await client.AskAsync("connect/revoke", ("token", tokens.AccessToken))).Status);

        Assert.Equal("False", (await client.AskAsync("connect/introspect", ("token", tokens.AccessToken)))["active"]);
        Assert.Equal(401, (await client.UserInfoAsync(tokens.AccessToken)).Status);
        var refused = await client.GetAsync("api/applications", tokens.AccessToken);
        Assert.Equal((401, "CB2002"), (refused.Status, refused["code"]));
    }

    [Fact]
    public async Task Another_client_learns_nothing_of_a_token_by_introspection_and_cannot_revoke_it()
    {
        using var owner = Client("yueshengshi");
        using var other = Client("yueshangtong");
        var tokens = await SignInAsync(owner, "r1");

        Assert.NotEqual("True", (await other.AskAsync("connect/introspect", ("token", tokens.RefreshToken)))["active"]);
        await other.AskAsync("connect/revoke", ("token", tokens.AccessToken));
        Assert.Equal(200, (await owner.UserInfoAsync(tokens.AccessToken)).Status);
    }

    [Theory]
    [InlineData(null, 401, "CB2002")]
    [InlineData("made-up", 401, "CB2002")]
    public async Task An_api_without_a_token_that_holds_answers_with_its_code(string? token, int status, string code)
    {
        using var client = Client("yueshengshi");
        var answer = await client.GetAsync("api/applications", token);
        Assert.Equal((status, code), (answer.Status, answer["code"]));
        Assert.StartsWith("Bearer", answer.Challenge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_without_the_scope_is_refused_with_CB2003()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi") { Scope = "openid profile" };
        var tokens = await SignInAsync(client, "r1");
        var answer = await client.GetAsync("api/applications", tokens.AccessToken);
        Assert.Equal((403, "CB2003"), (answer.Status, answer["code"]));
    }

    [Fact]
    public async Task Userinfo_gives_what_the_scopes_cover_and_no_more()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi") { Scope = "openid" };
        var claims = await client.UserInfoAsync((await SignInAsync(client, "r1")).AccessToken);
        Assert.Equal(["sub", "acr"], claims.Json.EnumerateObject().Select(claim => claim.Name));
    }

    [Fact]
    public async Task Verified_claims_say_who_verified_what_and_when()
    {
        using var client = Client("yueshengshi");
        var claims = await client.UserInfoAsync((await SignInAsync(client, "r1")).AccessToken);
        var verified = claims.Json.GetProperty("verified_claims");
        Assert.Equal(JsonValueKind.String, verified.GetProperty("verification").GetProperty("trust_framework").ValueKind);
        Assert.Equal("CHAN", verified.GetProperty("claims").GetProperty("family_name").GetString());
    }

    private RelyingPartyClient Client(string id) => id == "public-rp"
        ? new RelyingPartyClient(sandbox.Ports, id) { Scope = "openid profile", Secret = null }
        : new RelyingPartyClient(sandbox.Ports, id);

    private static string Subject(TokenAnswer tokens) => TokenAnswer.Payload(tokens.IdToken).GetProperty("sub").GetString()!;

    private static async Task<string> CodeAsync(RelyingPartyClient client, string resident)
    {
        using var browser = SandboxFixture.NewBrowser();
        return (await client.SignInAsync(browser, resident)).Code!;
    }

    private static async Task<TokenAnswer> SignInAsync(RelyingPartyClient client, string resident)
    {
        var tokens = await client.RedeemAsync(await CodeAsync(client, resident));
        Assert.Equal(200, tokens.Status);
        return tokens;
    }
}
