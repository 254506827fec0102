using System.Text.RegularExpressions;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
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
    [Trait(Module.Trait, "oidcc-prompt-none-not-logged-in (form_post), oidcc-response-type-missing (form_post)")]
    [InlineData("prompt", "none", "login_required")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("code_challenge", null, "invalid_request")]
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
