using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.OpenIdConnect.SignedRequests;
using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Messages;

/// <summary>Signed requests and signed responses on their whole way through a running hub.</summary>
[Collection(nameof(MessageParties))]
public sealed class SignedRequestTests(MessageParties parties)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-happy-flow")]
    public async Task A_signed_request_signs_a_resident_in_and_its_answer_comes_signed()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = parties.Strict();
        var request = Sign(client, ("login_hint", "r1"), ("response_mode", "jwt"));

        var result = await client.SignInAsync(browser, "ignored", ("request", request), ("state", "outside"), ("scope", "openid"));

        Assert.Null(result.Code);
        var answer = await parties.VerifiedAsync(result.Page.Parameter("response"), "JWT", "PS256");
        Assert.Equal(parties.Issuer, answer.GetProperty("iss").GetString());
        Assert.Equal("ps-rp", answer.GetProperty("aud").GetString());
        Assert.Equal("state-inside", answer.GetProperty("state").GetString());
        Assert.InRange(answer.GetProperty("exp").GetInt64() - TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(), 1, 600);
        var tokens = await client.RedeemAsync(answer.GetProperty("code").GetString(), parties.Proof());
        Assert.Equal(200, tokens.Status);
        Assert.Equal(client.Nonce, TokenAnswer.Payload(tokens.IdToken).GetProperty("nonce").GetString());
        Assert.NotNull((await client.UserInfoAsync(tokens.AccessToken))["hk_id_number"]);
    }

    [Fact]
    public async Task A_new_sign_in_that_a_signed_request_wants_takes_place_once()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = parties.Strict();
        Assert.NotNull((await client.SignInAsync(browser, "r1", ("request", Sign(client, ("login_hint", "r1"))))).Page.Parameter("response"));
        browser.Visited.Clear();

        var page = await browser.GoAsync(client.AuthorizeAddress(("request", Sign(client, ("prompt", "login"), ("max_age", 0)))), Stop);
        while (!page.Stopped && page.Forms is [var form, ..])
            page = await browser.SubmitAsync(form, new Dictionary<string, string> { ["resident"] = "r1" }, cancellationToken: Stop);

        Assert.Contains(browser.Visited, address => address.Port == parties.Ports.Home);
        var answer = await parties.VerifiedAsync(page.Parameter("response"), "JWT", "PS256");
        Assert.True(answer.TryGetProperty("code", out _), answer.GetRawText());
    }

    [Theory]
    [Trait(Module.Trait, "oidcc-ensure-request-object-with-redirect-uri")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_client_that_may_sign_does_so_with_RSA_ECDSA_or_SM2_and_what_stands_outside_is_not_heard(int key)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = parties.Plain();
        var inside = RequestObjects.Claims(client, parties.Issuer, ("scope", "openid profile"), ("login_hint", "r1"));

        var result = await client.SignInAsync(browser, "r6", ("request", RequestObjects.Sign(parties.Keys[key], inside)), ("redirect_uri", "https://attacker.example/"));

        Assert.Equal("state-inside", result.Page.Parameter("state"));
        var tokens = await client.RedeemAsync(result.Code);
        Assert.Equal("openid profile", string.Join(' ', tokens["scope"]!.Split(' ').Order(StringComparer.Ordinal)));
        Assert.Equal("CHAN Tai Man", (await client.UserInfoAsync(tokens.AccessToken))["name"]);
    }

    [Fact]
    public async Task A_client_that_may_sign_needs_not_and_one_that_did_not_register_for_it_is_refused()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = parties.Plain();
        Assert.NotNull((await client.SignInAsync(browser, "r1")).Code);

        using var other = new RelyingPartyClient(parties.Ports, "yueshangtong");
        var signed = RequestObjects.Sign(parties.Keys[0], RequestObjects.Claims(other, parties.Issuer));
        Assert.Equal("request_not_supported", (await browser.GoAsync(other.AuthorizeAddress(("request", signed)), Stop)).Parameter("error"));
        Assert.Equal("request_uri_not_supported",
            (await browser.GoAsync(client.AuthorizeAddress(("request_uri", "https://rp.example/request.jwt")), Stop)).Parameter("error"));
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-request-object-with-invalid-signature-fails, fapi2-security-profile-final-ensure-request-object-with-bad-aud-fails")]
    public async Task What_is_not_signed_or_asks_for_an_unsigned_answer_comes_back_with_its_code_signed()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = parties.Strict();
        using var other = SoftwareSigningKey.Generate(AlgorithmCatalogue.PS256, parties.StrictKey.KeyId);
        var forged = RequestObjects.Sign(other, RequestObjects.Claims(client, parties.Issuer));

        await RefusedAsync("invalid_request", "CB2053", "state-of-ps-rp");
        await RefusedAsync("invalid_request_object", "CB2050", "state-of-ps-rp", ("request", forged));
        await RefusedAsync("invalid_request_object", "CB2051", "state-of-ps-rp", ("request", Sign(client, ("aud", "https://elsewhere.example/"))));
        await RefusedAsync("invalid_request", "CB2051", "state-of-ps-rp", ("request", Sign(client)), ("request_uri", "urn:ietf:params:oauth:request_uri:x"));
        await RefusedAsync("invalid_request", "CB2054", "state-inside", ("request", Sign(client, ("response_mode", "query"))));
        await RefusedAsync("login_required", null, "state-inside", ("request", Sign(client, ("prompt", "none"))));
        await RefusedAsync("invalid_request", null, "state-inside", ("request", Sign(client, ("code_challenge", null))));

        async Task RefusedAsync(string error, string? code, string state, params (string Name, string? Value)[] changes)
        {
            var page = await browser.GoAsync(client.AuthorizeAddress(changes), Stop);
            Assert.True(page.Stopped, page.Text);
            Assert.Null(page.Parameter("error"));
            var answer = await parties.VerifiedAsync(page.Parameter("response"), "JWT", "PS256");
            Assert.Equal(error, answer.GetProperty("error").GetString());
            Assert.Equal(state, answer.GetProperty("state").GetString());
            if (code is not null)
                Assert.StartsWith(code, answer.GetProperty("error_description").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-registered-redirect-uri")]
    public async Task An_address_inside_is_checked_like_any_other_and_the_one_outside_is_no_way_back()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = parties.Strict();
        var page = await browser.GoAsync(client.AuthorizeAddress(("request", Sign(client, ("redirect_uri", "https://attacker.example/")))), Stop);
        Assert.False(page.Stopped);
        Assert.Contains("CB2001", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_names_itself_holds_once_and_one_that_was_refused_is_not_used_up()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = parties.Strict();
        var request = Sign(client, ("jti", "once"), ("login_hint", "r1"));
        var refused = Sign(client, ("jti", "once"), ("code_challenge", null));
        Assert.NotNull((await browser.GoAsync(client.AuthorizeAddress(("request", refused)), Stop)).Parameter("response"));
        Assert.NotNull((await client.SignInAsync(browser, "r1", ("request", request))).Page.Parameter("response"));

        var again = await browser.GoAsync(client.AuthorizeAddress(("request", request)), Stop);

        var answer = await parties.VerifiedAsync(again.Parameter("response"), "JWT", "PS256");
        Assert.Equal("invalid_request_object", answer.GetProperty("error").GetString());
        Assert.StartsWith("CB2052", answer.GetProperty("error_description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_seal_for_the_way_back_covers_everything_but_what_the_sign_in_fulfilled()
    {
        var seal = parties.HubServices.GetRequiredService<RequestSeal>();
        var request = new OpenIddictRequest { ClientId = "ps-rp", Scope = "openid", State = "s", Prompt = "login" };
        var text = seal.Of(request);

        Assert.True(seal.Holds(new OpenIddictRequest { [RequestSeal.Parameter] = text, State = "s", Scope = "openid", ClientId = "ps-rp" }));
        Assert.False(seal.Holds(new OpenIddictRequest { [RequestSeal.Parameter] = text, State = "s", Scope = "openid profile", ClientId = "ps-rp" }));
        Assert.False(seal.Holds(new OpenIddictRequest { [RequestSeal.Parameter] = text, State = "s", Scope = "openid", ClientId = "yueshengshi" }));
        Assert.False(seal.Holds(new OpenIddictRequest { [RequestSeal.Parameter] = text, State = "s", Scope = "openid", ClientId = "ps-rp", IdTokenHint = "x" }));
        Assert.False(seal.Holds(new OpenIddictRequest { [RequestSeal.Parameter] = text[..^4] + "AAAA", State = "s", Scope = "openid", ClientId = "ps-rp" }));
        Assert.False(seal.Holds(new OpenIddictRequest { [RequestSeal.Parameter] = "no base64!", ClientId = "ps-rp" }));
    }

    [Theory]
    [InlineData("jwt", '?')]
    [InlineData("query.jwt", '?')]
    [InlineData("fragment.jwt", '#')]
    public async Task Any_client_may_ask_for_a_signed_answer_and_it_comes_with_the_algorithm_of_its_id_tokens(string mode, char way)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(parties.Ports, "yueshangtong");
        var page = (await client.SignInAsync(browser, "r1", ("response_mode", mode))).Page;

        var sent = page.Address.AbsoluteUri.Split(way)[1];
        Assert.StartsWith("response=", sent, StringComparison.Ordinal);
        var answer = await parties.VerifiedAsync(sent["response=".Length..], "JWT", "SGD_SM3_SM2");
        Assert.Equal("yueshangtong", answer.GetProperty("aud").GetString());
        Assert.Equal(200, (await client.RedeemAsync(answer.GetProperty("code").GetString())).Status);
    }

    [Fact]
    public async Task A_signed_answer_is_posted_too_and_so_is_the_refusal_of_a_sign_in()
    {
        using var client = new RelyingPartyClient(parties.Ports, "yueshangtong");
        using var browser = SandboxFixture.NewBrowser();
        // r5 is turned away with an explanation, and goes back from there.
        var stopped = (await client.SignInAsync(browser, "r5", ("response_mode", "form_post.jwt"))).Page;
        var posted = await browser.SubmitAsync(stopped.Forms.First(form => form.Action.AbsolutePath.EndsWith("/stopped", StringComparison.Ordinal)), cancellationToken: Stop);

        var form = Assert.Single(posted.Forms);
        Assert.Equal(RelyingPartyClient.Callback, form.Action.AbsoluteUri);
        var answer = await parties.VerifiedAsync(form.Fields["response"], "JWT", "SGD_SM3_SM2");
        Assert.Equal("access_denied", answer.GetProperty("error").GetString());
        Assert.Equal("state-of-yueshangtong", answer.GetProperty("state").GetString());
        Assert.False(form.Fields.ContainsKey("error"));
    }

    [Fact]
    public async Task Introspection_comes_as_a_JWT_for_the_caller_who_asks_for_one()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = parties.Plain();
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);
        Assert.Equal("True", (await client.AskAsync("connect/introspect", ("token", tokens.AccessToken)))["active"]);

        var claims = await IntrospectAsync(tokens.AccessToken);

        Assert.Equal("yueshengshi", claims.GetProperty("aud").GetString());
        Assert.Equal(parties.Issuer, claims.GetProperty("iss").GetString());
        Assert.InRange(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - claims.GetProperty("iat").GetInt64(), -5, 600);
        // RFC 9701 section 5: nothing at the top that would make it an access token.
        Assert.False(claims.TryGetProperty("sub", out _) || claims.TryGetProperty("exp", out _));
        var said = claims.GetProperty("token_introspection");
        Assert.True(said.GetProperty("active").GetBoolean());
        Assert.Equal(TokenAnswer.Payload(tokens.AccessToken).GetProperty("sub").GetString(), said.GetProperty("sub").GetString());
        Assert.Equal("""{"active":false}""", (await IntrospectAsync("made-up")).GetProperty("token_introspection").GetRawText());
    }

    [Fact]
    public async Task Discovery_tells_what_is_signed()
    {
        using var client = parties.Plain();
        var metadata = (await client.GetAsync(".well-known/openid-configuration", null)).Json;
        Assert.True(metadata.GetProperty("request_parameter_supported").GetBoolean());
        Assert.False(metadata.GetProperty("request_uri_parameter_supported").GetBoolean());
        Assert.Equal(["ES256", "PS256", "RS256", "SGD_SM3_SM2"], Strings("request_object_signing_alg_values_supported"));
        foreach (var name in new[] { "authorization", "introspection", "userinfo" })
            Assert.Equal(["ES256", "PS256", "RS256", "SGD_SM3_SM2"], Strings(name + "_signing_alg_values_supported"));
        foreach (var mode in new[] { "jwt", "query.jwt", "fragment.jwt", "form_post.jwt" })
            Assert.Contains(mode, Strings("response_modes_supported"));

        IEnumerable<string> Strings(string name) => metadata.GetProperty(name).EnumerateArray().Select(value => value.GetString()!).Order(StringComparer.Ordinal);
    }

    private async Task<JsonElement> IntrospectAsync(string token)
    {
        using var http = parties.NewHubClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "connect/introspect")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = token, ["client_id"] = "yueshengshi", ["client_secret"] = "sandbox-yueshengshi" }),
        };
        request.Headers.Accept.ParseAdd("application/token-introspection+jwt");
        using var answer = await http.SendAsync(request, Stop);
        Assert.Equal("application/token-introspection+jwt", answer.Content.Headers.ContentType!.MediaType);
        return await parties.VerifiedAsync(await answer.Content.ReadAsStringAsync(Stop), "token-introspection+jwt", "RS256");
    }

    private string Sign(RelyingPartyClient client, params (string Name, JsonNode? Value)[] changes)
    {
        using var key = parties.StrictKey;
        return RequestObjects.Sign(key, RequestObjects.Claims(client, parties.Issuer, changes));
    }
}
