using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Fapi;

/// <summary>Plan FAPI 2.0 Security Profile: what has to go through.</summary>
[Collection(FapiHubs.Name)]
public sealed class HappyFlowTests(FapiHub sandbox)
{
    [Theory]
    [InlineData("fapi-rp", "PS256")]
    [InlineData("fapi-sm2-rp", "SGD_SM3_SM2")]
    [Trait(Module.Trait, "fapi2-security-profile-final-happy-flow")]
    public async Task A_resident_signs_in_by_a_pushed_request_and_the_tokens_are_bound_to_the_clients_key(string clientId, string algorithm)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new FapiClient(sandbox.Ports, sandbox.Data, clientId);

        var result = await client.SignInAsync(browser);
        Assert.Equal(client.State, result.Page.Parameter("state"));
        Assert.Equal(sandbox.Ports.HubAddress.AbsoluteUri, result.Page.Parameter("iss"));
        var tokens = await client.RedeemAsync(result.Code);
        Assert.True(tokens.Status == 200, tokens.Json.ToString());

        Assert.Equal("DPoP", tokens["token_type"]);
        Assert.Equal(client.Dpop!.Thumbprint, TokenAnswer.Payload(tokens.AccessToken).GetProperty("cnf").GetProperty("jkt").GetString());
        Assert.Equal(algorithm, TokenAnswer.Header(tokens.IdToken).GetProperty("alg").GetString());
        Assert.Equal(client.Nonce, TokenAnswer.Payload(tokens.IdToken).GetProperty("nonce").GetString());
        var userinfo = await client.GetAsync("connect/userinfo", tokens.AccessToken);
        Assert.True(userinfo.Status == 200, $"{userinfo.Status} {userinfo.Challenge}");
        Assert.Equal("CHAN Tai Man", userinfo["name"]);
        var cases = await client.GetAsync("api/applications", tokens.AccessToken);
        Assert.True(cases.Status == 200, $"{cases.Status} {cases.Challenge}");
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-authorization-request-without-state-success, fapi2-security-profile-final-ensure-authorization-request-without-nonce-success, fapi2-security-profile-final-ensure-other-scope-order-succeeds, fapi2-security-profile-final-state-only-outside-request-object-not-used, fapi2-security-profile-final-ensure-different-state-inside-and-outside-request-object, fapi2-security-profile-final-ensure-different-nonce-inside-and-outside-request-object")]
    public async Task State_and_nonce_may_be_missing_and_what_stands_outside_the_pushed_request_counts_for_nothing()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var pushed = await client.PushAsync(("state", null), ("nonce", null), ("scope", "offline_access applications identity profile openid"));
        var outside = new Uri(client.AuthorizeAddress(pushed["request_uri"]).AbsoluteUri + "&state=outside&nonce=outside&scope=openid");

        var result = await RelyingPartyClient.AgreeAsync(browser, outside);

        Assert.Null(result.Page.Parameter("state"));
        var tokens = await client.RedeemAsync(result.Code);
        Assert.False(TokenAnswer.Payload(tokens.IdToken).TryGetProperty("nonce", out _));
        Assert.Contains("applications", tokens["scope"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, 64)]
    [InlineData(1000, 384)]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-authorization-request-with-64-char-nonce-success, fapi2-security-profile-final-ensure-authorization-request-with-long-state, fapi2-security-profile-final-ensure-authorization-request-with-long-nonce")]
    public async Task A_long_state_and_a_long_nonce_come_back_whole(int state, int nonce)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var (longState, longNonce) = (new string('s', state), new string('n', nonce));

        var result = await client.SignInAsync(browser, ("state", longState), ("nonce", longNonce));

        Assert.Equal(longState, result.Page.Parameter("state"));
        Assert.Equal(longNonce, TokenAnswer.Payload((await client.RedeemAsync(result.Code)).IdToken).GetProperty("nonce").GetString());
    }

    [Theory]
    [InlineData("prompt", "login")]
    [InlineData("prompt", "consent")]
    [InlineData("max_age", "0")]
    public async Task What_the_journey_fulfilled_is_not_asked_for_again_on_the_way_back(string parameter, string value)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        Assert.NotNull((await client.SignInAsync(browser)).Code);
        browser.Visited.Clear();

        var pushed = await client.PushAsync((parameter, value));
        var page = await FapiHub.GoOnAsync(browser, await browser.GoAsync(client.AuthorizeAddress(pushed["request_uri"]), TestContext.Current.CancellationToken));
        Assert.True(page.Parameter("code") is not null, page.Text);

        if (value != "consent")
            Assert.Contains(browser.Visited, address => address.Port == sandbox.Ports.Home);
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-test-claims-parameter-identity-claims")]
    public async Task Single_claims_are_asked_for_in_a_pushed_request()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var result = await client.SignInAsync(browser, ("scope", "openid"), ("claims", """{"userinfo":{"birthdate":null,"gender":null}}"""));
        var userinfo = await client.GetAsync("connect/userinfo", (await client.RedeemAsync(result.Code)).AccessToken);
        Assert.Equal("1990-01-01", userinfo["birthdate"]);
        Assert.NotNull(userinfo["gender"]);
        Assert.Null(userinfo["name"]);
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-user-rejects-authentication")]
    public async Task A_resident_who_does_not_agree_goes_back_with_access_denied()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var pushed = await client.PushAsync(("prompt", "consent"), ("login_hint", "r2"));
        var page = await browser.GoAsync(client.AuthorizeAddress(pushed["request_uri"]), TestContext.Current.CancellationToken);
        while (!page.Stopped && page.Forms.FirstOrDefault(form => form.Fields.ContainsKey("notice")) is null)
            page = await browser.SubmitAsync(page.Forms.First(form => form.Fields.ContainsKey("__RequestVerificationToken") && form.Buttons.Count > 0), cancellationToken: TestContext.Current.CancellationToken);

        var consent = page.Forms.First(form => form.Fields.ContainsKey("notice"));
        page = await browser.SubmitAsync(consent, button: consent.Buttons.First(button => button.Value == "decline"), cancellationToken: TestContext.Current.CancellationToken);
        page = page.Stopped ? page : await browser.SubmitAsync(page.Forms.First(form => form.Action.AbsolutePath.EndsWith("/stopped", StringComparison.Ordinal)), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("access_denied", page.Parameter("error"));
        Assert.Equal(client.State, page.Parameter("state"));
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-discovery-end-point-verification")]
    public async Task Discovery_says_what_strict_clients_look_for()
    {
        using var http = sandbox.NewHubClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, ".well-known/openid-configuration");
        var metadata = (await TokenAnswer.OfAsync(http, request)).Json;

        Assert.Equal(sandbox.Ports.HubAddress.AbsoluteUri + "connect/par", metadata.GetProperty("pushed_authorization_request_endpoint").GetString());
        Assert.True(metadata.GetProperty("authorization_response_iss_parameter_supported").GetBoolean());
        Assert.Equal(["PS256", "ES256", "SGD_SM3_SM2"], metadata.GetProperty("dpop_signing_alg_values_supported").EnumerateArray().Select(value => value.GetString()));
        Assert.Equal(["S256"], metadata.GetProperty("code_challenge_methods_supported").EnumerateArray().Select(value => value.GetString()));
        Assert.True(metadata.GetProperty("tls_client_certificate_bound_access_tokens").GetBoolean());
        var methods = metadata.GetProperty("token_endpoint_auth_methods_supported").EnumerateArray().Select(value => value.GetString()).ToList();
        Assert.Contains("tls_client_auth", methods);
        Assert.Contains("self_signed_tls_client_auth", methods);
        Assert.Equal($"https://localhost:{sandbox.Ports.HubHttps}/connect/token", metadata.GetProperty("mtls_endpoint_aliases").GetProperty("token_endpoint").GetString());
    }

    private FapiClient Client() => new(sandbox.Ports, sandbox.Data);
}
