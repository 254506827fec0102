using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Conformance;

/// <summary>Plan Basic OP: what an authorization request may say, and what comes back.</summary>
public sealed class BasicRequestTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string ProfileAlone = "openid profile";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [Trait(Module.Trait, "oidcc-display-page, oidcc-display-popup, oidcc-ui-locales, oidcc-claims-locales, oidcc-ensure-request-with-acr-values-succeeds, oidcc-ensure-request-with-unknown-parameter-succeeds, oidcc-max-age-10000")]
    [InlineData("display", "page")]
    [InlineData("display", "popup")]
    [InlineData("ui_locales", "se zh-Hans")]
    [InlineData("claims_locales", "se zh-Hans")]
    [InlineData("acr_values", "1 2")]
    [InlineData("extra", "foobar")]
    [InlineData("max_age", "10000")]
    [InlineData("scope", "openid profile email address phone")]
    public async Task A_request_with_a_wish_succeeds(string parameter, string value)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var result = await client.SignInAsync(browser, "r1", (parameter, value));
        Assert.NotNull(result.Code);

        var tokens = await client.RedeemAsync(result.Code);
        // RFC 6749 section 5.1: what was granted is told where it differs from what was asked for.
        Assert.Equal(ProfileAlone, string.Join(' ', tokens["scope"]!.Split(' ').Order(StringComparer.Ordinal)));
        Assert.Equal(200, (await client.UserInfoAsync(tokens.AccessToken)).Status);
    }

    [Theory]
    [Trait(Module.Trait, "oidcc-scope-profile, oidcc-scope-email, oidcc-scope-address, oidcc-scope-phone, oidcc-scope-all, oidcc-alternate-happy-flow")]
    [InlineData("openid profile", true)]
    [InlineData("profile openid", true)]
    [InlineData("openid email", false)]
    [InlineData("email openid", false)]
    [InlineData("openid address", false)]
    [InlineData("openid phone", false)]
    [InlineData("openid profile email address phone", true)]
    public async Task Scopes_are_taken_in_any_order_and_those_that_the_hub_does_not_have_are_left_out(string scope, bool profile)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var address = client.AuthorizeAddress(("scope", scope), ("login_hint", "r1"));
        // The parameters the other way round.
        var result = await RelyingPartyClient.AgreeAsync(browser, new UriBuilder(address) { Query = string.Join('&', address.Query[1..].Split('&').Reverse()) }.Uri);

        var tokens = await client.RedeemAsync(result.Code);
        Assert.Equal(profile ? ProfileAlone : "openid", string.Join(' ', tokens["scope"]!.Split(' ').Order(StringComparer.Ordinal)));
        var claims = (await client.UserInfoAsync(tokens.AccessToken)).Json;
        foreach (var name in new[] { "name", "given_name", "family_name", "birthdate", "gender" })
            Assert.Equal(profile, claims.TryGetProperty(name, out _));
        foreach (var absent in new[] { "email", "address", "phone_number" })
            Assert.False(claims.TryGetProperty(absent, out _), absent);
    }

    [Theory]
    [Trait(Module.Trait, "oidcc-response-type-missing, oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported, oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported")]
    [InlineData("response_type", null, "invalid_request")]
    [InlineData("request", "eyJhbGciOiJub25lIn0.eyJzdGF0ZSI6IngifQ.", "request_not_supported")]
    [InlineData("request_uri", "https://rp.example/request.jwt", "request_uri_not_supported")]
    [InlineData("claims", "{\"userinfo\":[]}", "invalid_request")]
    [InlineData("claims", "{\"userinfo\":{\"name\":null,\"name\":null}}", "invalid_request")]
    [InlineData("claims", "{\"userinfo\":{\"na\\ud800me\":null}}", "invalid_request")]
    [InlineData("claims", "not json", "invalid_request")]
    [InlineData("claims", "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"urn:elsewhere\"]}}}", "unmet_authentication_requirements")]
    [InlineData("prompt", "none login", "invalid_request")]
    public async Task A_request_that_is_not_served_goes_back_with_its_reason(string parameter, string? value, string error)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var page = await browser.GoAsync(client.AuthorizeAddress((parameter, value)), Stop);
        Assert.True(page.Stopped, page.Text);
        Assert.Equal(error, page.Parameter("error"));
        Assert.Equal("state-of-yueshengshi", page.Parameter("state"));
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-id-token-hint")]
    public async Task The_token_of_a_resident_as_a_hint_gets_that_resident_silently_and_no_other()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var mine = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);
        using var elsewhere = SandboxFixture.NewBrowser();
        using var another = Client();
        var theirs = await another.RedeemAsync((await another.SignInAsync(elsewhere, "r2")).Code);

        using var later = Client();
        var same = await browser.GoAsync(later.AuthorizeAddress(("prompt", "none"), ("id_token_hint", mine.IdToken)), Stop);
        Assert.Equal(TokenAnswer.Payload(mine.IdToken).GetProperty("sub").GetString(),
            TokenAnswer.Payload((await later.RedeemAsync(same.Parameter("code"))).IdToken).GetProperty("sub").GetString());

        foreach (var request in new[]
        {
            later.AuthorizeAddress(("prompt", "none"), ("id_token_hint", theirs.IdToken)),
            later.AuthorizeAddress(("id_token_hint", theirs.IdToken)),
            later.AuthorizeAddress(("prompt", "none"), ("id_token_hint", mine.IdToken[..^4] + "AAAA")),
            later.AuthorizeAddress(("prompt", "none"), ("claims", "{\"id_token\":{\"sub\":{\"value\":\"" + TokenAnswer.Payload(theirs.IdToken).GetProperty("sub") + "\"}}}")),
        })
            Assert.Equal("login_required", (await browser.GoAsync(request, Stop)).Parameter("error"));
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-claims-essential")]
    public async Task A_claim_that_was_asked_for_by_name_is_given_alone_and_only_where_the_client_may_have_it()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "public-rp") { Scope = "openid", Secret = null };
        var result = await client.SignInAsync(browser, "r6",
            ("claims", """{"userinfo":{"given_name":{"essential":true},"hk_id_number":{"essential":true},"shoe_size":null,"verified_claims":[{"verification":{"trust_framework":null},"claims":{"birthdate":null}}]},"elsewhere":1}"""));

        Assert.Equal("consent", result.Questions[^1]);
        var tokens = await client.RedeemAsync(result.Code);
        var claims = (await client.UserInfoAsync(tokens.AccessToken)).Json;
        Assert.Equal("John", claims.GetProperty("given_name").GetString());
        foreach (var absent in new[] { "family_name", "birthdate", "hk_id_number", "shoe_size" })
            Assert.False(claims.TryGetProperty(absent, out _), absent);
        Assert.False(TokenAnswer.Payload(tokens.IdToken).TryGetProperty("requested_claims", out _));
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-ensure-post-request-succeeds")]
    public async Task A_request_may_be_posted()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var form = new PageForm(new Uri(sandbox.Ports.HubAddress, "connect/authorize"), true,
            QueryHelpers.ParseQuery(client.AuthorizeAddress(("login_hint", "r1")).Query).ToDictionary(field => field.Key, field => field.Value.ToString()), []);
        var page = await browser.SubmitAsync(form, cancellationToken: Stop);
        while (!page.Stopped && page.Forms is [var question, ..])
            page = await browser.SubmitAsync(question, cancellationToken: Stop);
        Assert.NotNull(page.Parameter("code"));
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-prompt-login, oidcc-max-age-1")]
    public async Task A_fresh_sign_in_was_really_fresh()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var first = Client();
        var before = await first.RedeemAsync((await first.SignInAsync(browser, "r1")).Code);
        foreach (var (name, value) in new[] { ("prompt", "login"), ("max_age", "0") })
        {
            browser.Visited.Clear();
            using var again = Client();
            var page = await browser.GoAsync(again.AuthorizeAddress((name, value), ("login_hint", "r1")), Stop);
            if (!page.Stopped)
                page = await browser.SubmitAsync(page.Forms[0], new Dictionary<string, string> { ["resident"] = "r1" }, cancellationToken: Stop);
            var after = await again.RedeemAsync(page.Parameter("code"));
            Assert.Contains(browser.Visited, address => address.Port == sandbox.Ports.Home);
            Assert.True(TokenAnswer.Payload(after.IdToken).GetProperty("auth_time").GetInt64() >= TokenAnswer.Payload(before.IdToken).GetProperty("auth_time").GetInt64());
            // The session at this relying party goes on, under the name that it knows.
            Assert.Equal(TokenAnswer.Payload(before.IdToken).GetProperty("sid").GetString(), TokenAnswer.Payload(after.IdToken).GetProperty("sid").GetString());
        }
    }

    private RelyingPartyClient Client() => new(sandbox.Ports, "yueshengshi") { Scope = ProfileAlone };
}
