using System.Text.RegularExpressions;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Conformance;

/// <summary>Plan Form post Basic OP: codes and refusals alike travel in a form.</summary>
public sealed partial class FormPostTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait(Module.Trait, "oidcc-server (form_post)")]
    public async Task A_code_is_posted_back_by_a_page_whose_script_its_own_policy_allows()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        Assert.NotNull((await client.SignInAsync(browser, "r1")).Code);
        using var http = sandbox.NewHubClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, client.AuthorizeAddress(("response_mode", "form_post"), ("prompt", "none")));
        request.Headers.Add("Cookie", browser.Cookies.GetCookieHeader(sandbox.Ports.HubAddress));
        using var answer = await http.SendAsync(request, Stop);
        var html = await answer.Content.ReadAsStringAsync(Stop);

        var form = Assert.Single(new Page(request.RequestUri!, answer.StatusCode, html).Forms);
        Assert.Equal(RelyingPartyClient.Callback, form.Action.AbsoluteUri);
        Assert.Equal("state-of-yueshengshi", form.Fields["state"]);
        Assert.Equal(sandbox.Ports.HubAddress.AbsoluteUri, form.Fields["iss"]);
        Assert.Equal(200, (await client.RedeemAsync(form.Fields["code"])).Status);
        var script = Script().Match(html).Groups["script"].Value;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script)));
        Assert.Contains($"script-src 'sha256-{hash}'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [Trait(Module.Trait, "oidcc-prompt-none-not-logged-in (form_post), oidcc-response-type-missing (form_post), oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported (form_post), oidcc-ensure-request-object-with-redirect-uri (form_post), oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported (form_post)")]
    [InlineData("prompt", "none", "login_required")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("response_type", null, "invalid_request")]
    [InlineData("request", "eyJhbGciOiJub25lIn0.eyJzdGF0ZSI6IngifQ.", "request_not_supported")]
    [InlineData("request_uri", "https://rp.example/request.jwt", "request_uri_not_supported")]
    public async Task A_refusal_is_posted_back_too(string parameter, string? value, string error)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var page = await browser.GoAsync(client.AuthorizeAddress(("response_mode", "form_post"), (parameter, value)), Stop);
        var form = Assert.Single(page.Forms);
        Assert.Equal((RelyingPartyClient.Callback, error), (form.Action.AbsoluteUri, form.Fields["error"]));
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-server (form_post)")]
    public async Task A_resident_who_says_no_is_led_back_in_the_same_way()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var result = await client.SignInAsync(browser, "r5", ("response_mode", "form_post"));
        var back = await browser.SubmitAsync(result.Page.Forms.Single(form => form.Buttons.Count > 0), cancellationToken: Stop);
        Assert.Equal("access_denied", Assert.Single(back.Forms).Fields["error"]);
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-scope-profile (form_post), oidcc-scope-email (form_post), oidcc-scope-address (form_post), oidcc-scope-phone (form_post), oidcc-scope-all (form_post), oidcc-alternate-happy-flow (form_post), oidcc-display-page (form_post), oidcc-display-popup (form_post), oidcc-prompt-none-logged-in (form_post), oidcc-max-age-10000 (form_post), oidcc-ensure-request-with-unknown-parameter-succeeds (form_post), oidcc-id-token-hint (form_post), oidcc-login-hint (form_post), oidcc-ui-locales (form_post), oidcc-claims-locales (form_post), oidcc-ensure-request-with-acr-values-succeeds (form_post), oidcc-claims-essential (form_post), oidcc-ensure-request-without-nonce-succeeds-for-code-flow (form_post), oidcc-ensure-request-with-valid-pkce-succeeds (form_post)")]
    public async Task Whatever_a_request_wishes_its_code_is_posted_back()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var first = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);
        foreach (var (name, value) in new (string, string?)[]
        {
            ("scope", "openid profile"), ("scope", "openid email"), ("scope", "openid address"), ("scope", "openid phone"), ("scope", "phone email profile openid address"),
            ("display", "page"), ("display", "popup"), ("prompt", "none"), ("max_age", "10000"), ("extra", "foobar"), ("id_token_hint", first.IdToken), ("login_hint", "r1"),
            ("ui_locales", "se"), ("claims_locales", "se"), ("acr_values", "1 2"), ("claims", """{"userinfo":{"name":{"essential":true}}}"""), ("nonce", null),
        })
        {
            var page = await browser.GoAsync(client.AuthorizeAddress(("response_mode", "form_post"), (name, value)), Stop);
            var form = Assert.Single(page.Forms);
            Assert.Equal((RelyingPartyClient.Callback, "state-of-yueshengshi"), (form.Action.AbsoluteUri, form.Fields["state"]));
            var tokens = await client.RedeemAsync(form.Fields["code"]);
            Assert.True(tokens.Status == 200, $"{name}={value}: {tokens.Json}");
        }
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-idtoken-signature (form_post), oidcc-idtoken-unsigned (form_post), oidcc-userinfo-get (form_post), oidcc-userinfo-post-header (form_post), oidcc-userinfo-post-body (form_post), oidcc-codereuse (form_post), oidcc-codereuse-30seconds (form_post), oidcc-server-client-secret-post (form_post), oidcc-refresh-token (form_post)")]
    public async Task A_posted_code_is_worth_what_any_code_is_worth()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        Assert.NotNull((await client.SignInAsync(browser, "r1")).Code);
        var code = Assert.Single((await browser.GoAsync(client.AuthorizeAddress(("response_mode", "form_post")), Stop)).Forms).Fields["code"];
        using var http = sandbox.NewHubClient();
        using var secret = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = RelyingPartyClient.Callback, ["code_verifier"] = client.Verifier,
            ["client_id"] = client.ClientId, ["client_secret"] = client.Secret!,
        });
        using var answer = await http.PostAsync("connect/token", secret, Stop);
        var tokens = new TokenAnswer((int)answer.StatusCode, System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(await answer.Content.ReadAsStringAsync(Stop)), "");

        Assert.Equal("RS256", TokenAnswer.Header(tokens.IdToken).GetProperty("alg").GetString());
        Assert.Equal(200, (await client.UserInfoAsync(tokens.AccessToken)).Status);
        Assert.Equal(200, (await client.GetAsync("connect/userinfo", tokens.AccessToken, HttpMethod.Post)).Status);
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("access_token", tokens.AccessToken)]);
        using var byBody = await http.PostAsync("connect/userinfo", body, Stop);
        Assert.True(byBody.IsSuccessStatusCode);
        var refreshed = await client.RefreshAsync(tokens.RefreshToken);
        Assert.Equal(200, refreshed.Status);

        Assert.Equal("invalid_grant", (await client.RedeemAsync(code))["error"]);
        Assert.Equal(401, (await client.UserInfoAsync(refreshed.AccessToken)).Status);
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-prompt-login (form_post), oidcc-max-age-1 (form_post), oidcc-ensure-post-request-succeeds (form_post)")]
    public async Task A_request_that_is_posted_or_wants_a_fresh_sign_in_is_answered_in_a_form_too()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        Assert.NotNull((await client.SignInAsync(browser, "r1")).Code);
        foreach (var (name, value) in new[] { ("prompt", "login"), ("max_age", "0") })
        {
            browser.Visited.Clear();
            var page = await browser.GoAsync(client.AuthorizeAddress(("response_mode", "form_post"), (name, value), ("login_hint", "r1")), Stop);
            if (!page.Forms[0].Fields.ContainsKey("code"))
                page = await browser.SubmitAsync(page.Forms[0], new Dictionary<string, string> { ["resident"] = "r1" }, cancellationToken: Stop);
            Assert.Contains(browser.Visited, address => address.Port == sandbox.Ports.Home);
            Assert.Equal(200, (await client.RedeemAsync(Assert.Single(page.Forms).Fields["code"])).Status);
        }

        var request = new PageForm(new Uri(sandbox.Ports.HubAddress, "connect/authorize"), true,
            QueryHelpers.ParseQuery(client.AuthorizeAddress(("response_mode", "form_post")).Query).ToDictionary(field => field.Key, field => field.Value.ToString()), []);
        Assert.NotEmpty(Assert.Single((await browser.SubmitAsync(request, cancellationToken: Stop)).Forms).Fields["code"]);
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-ensure-registered-redirect-uri (form_post)")]
    public async Task Nothing_is_posted_to_an_address_that_is_not_registered()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var page = await browser.GoAsync(client.AuthorizeAddress(("response_mode", "form_post"), ("redirect_uri", "https://attacker.example/callback")), Stop);
        Assert.Equal(400, (int)page.Status);
        Assert.Contains("CB2001", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Forms, form => form.Action.Host == "attacker.example");
    }

    [Fact]
    public async Task A_refusal_travels_in_the_fragment_where_that_was_asked_for()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var page = await browser.GoAsync(client.AuthorizeAddress(("response_mode", "fragment"), ("response_type", "token")), Stop);
        Assert.Contains("error=unsupported_response_type", page.Address.Fragment, StringComparison.Ordinal);
        Assert.Empty(page.Address.Query);
    }

    private RelyingPartyClient Client() => new(sandbox.Ports, "yueshengshi") { Scope = "openid profile" };

    [GeneratedRegex("<script>(?<script>[^<]*)</script>")]
    private static partial Regex Script();
}
