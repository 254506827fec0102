using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect;

/// <summary>What the authorize end point lets pass, and where its refusals go.</summary>
public sealed class AuthorizeTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [Trait(Module.Trait, "oidcc-ensure-registered-redirect-uri")]
    [InlineData("redirect_uri", "http://localhost:9090/callback/")]
    [InlineData("redirect_uri", "http://localhost:9090/callback?more=1")]
    [InlineData("redirect_uri", "https://attacker.example/callback")]
    [InlineData("redirect_uri", null)]
    [InlineData("client_id", "unknown")]
    [InlineData("client_id", null)]
    [InlineData("client_id", "department-gd-hrss")]
    public async Task A_request_without_a_safe_way_back_is_told_on_our_own_page_with_CB2001(string parameter, string? value)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();

        var page = await browser.GoAsync(client.AuthorizeAddress((parameter, value)), Stop);

        Assert.False(page.Stopped);
        Assert.Equal(400, (int)page.Status);
        Assert.Contains("CB2001", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [Trait(Module.Trait, "oidcc-prompt-none-not-logged-in")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    [InlineData("scope", "openid identity.verify", "invalid_request")]
    [InlineData("scope", "profile made-up", "invalid_scope")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", "code id_token", "unsupported_response_type")]
    [InlineData("prompt", "none", "login_required")]
    public async Task A_request_that_does_not_hold_goes_back_without_a_code(string parameter, string? value, string error)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();

        var page = await browser.GoAsync(client.AuthorizeAddress((parameter, value)), Stop);

        Assert.True(page.Stopped, page.Text);
        Assert.Equal(error, page.Parameter("error"));
        Assert.Null(page.Parameter("code"));
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-prompt-none-logged-in")]
    public async Task A_silent_request_succeeds_once_the_resident_is_signed_in_and_agreed_and_asks_for_consent_before()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var first = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        Assert.NotNull((await first.SignInAsync(browser, "r1")).Code);

        using var silent = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        Assert.NotNull((await browser.GoAsync(silent.AuthorizeAddress(("prompt", "none")), Stop)).Parameter("code"));
        using var other = new RelyingPartyClient(sandbox.Ports, "public-rp") { Scope = "openid profile" };
        Assert.Equal("consent_required", (await browser.GoAsync(other.AuthorizeAddress(("prompt", "none")), Stop)).Parameter("error"));
    }

    [Theory]
    [InlineData("prompt", "login")]
    [InlineData("prompt", "select_account")]
    [InlineData("max_age", "0")]
    [InlineData("acr_values", "urn:crossborder:loa:high")]
    public async Task A_session_that_does_not_answer_the_request_leads_home_again_and_back_in_the_end(string parameter, string value)
    {
        // Whoever comes in the end has agreed before, so that no question of consent stands in between, in whatever order tests run.
        using var elsewhere = SandboxFixture.NewBrowser();
        using var before = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        Assert.NotNull((await before.SignInAsync(elsewhere, "r2")).Code);
        using var browser = SandboxFixture.NewBrowser();
        using var first = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        // r4 enters low, so that a request for more has somewhere to go; the others are about the age of the sign-in.
        Assert.NotNull((await first.SignInAsync(browser, parameter == "acr_values" ? "r4" : "r2")).Code);
        browser.Visited.Clear();

        using var again = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var page = await browser.GoAsync(again.AuthorizeAddress((parameter, value), ("login_hint", "r2")), Stop);
        Assert.Contains(browser.Visited, address => address.Port == sandbox.Ports.Home);
        if (page.Forms.FirstOrDefault(form => form.Fields.ContainsKey("return_url") || form.Buttons.Any(button => button.Name == "resident")) is { } form)
            page = await browser.SubmitAsync(form, new Dictionary<string, string> { ["resident"] = "r2" }, cancellationToken: Stop);

        Assert.True(page.Stopped, page.Text);
        Assert.NotNull(page.Parameter("code"));
    }

    [Fact]
    public async Task The_issuer_comes_along_with_the_code()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var result = await client.SignInAsync(browser, "r1");
        Assert.Equal(sandbox.Ports.HubAddress.AbsoluteUri, result.Page.Parameter("iss"));
    }
}
