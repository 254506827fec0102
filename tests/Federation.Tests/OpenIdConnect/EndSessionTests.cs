using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect;

/// <summary>Signing out, and who may ask for it.</summary>
public sealed class EndSessionTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string AfterLogout = "http://localhost:9090/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_id_token_of_the_session_ends_it_and_all_that_came_of_it()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);

        var page = await browser.GoAsync(Logout(("id_token_hint", tokens.IdToken), ("post_logout_redirect_uri", AfterLogout), ("state", "s")), Stop);

        Assert.True(page.Stopped, page.Text);
        Assert.Equal("s", page.Parameter("state"));
        Assert.Equal(401, (await client.UserInfoAsync(tokens.AccessToken)).Status);
        Assert.Equal("invalid_grant", (await client.RefreshAsync(tokens.RefreshToken))["error"]);
        Assert.Equal("login_required", (await browser.GoAsync(client.AuthorizeAddress(("prompt", "none")), Stop)).Parameter("error"));
    }

    [Fact]
    public async Task A_mere_link_signs_nobody_out_before_they_say_so()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        Assert.NotNull((await client.SignInAsync(browser, "r1")).Code);

        var page = await browser.GoAsync(Logout(("client_id", "yueshengshi"), ("post_logout_redirect_uri", AfterLogout)), Stop);
        Assert.EndsWith("/sign-out", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.NotNull((await browser.GoAsync(client.AuthorizeAddress(("prompt", "none")), Stop)).Parameter("code"));

        page = await browser.SubmitAsync(page.Forms.Single(form => form.Action.AbsolutePath == "/connect/logout"), cancellationToken: Stop);
        Assert.True(page.Stopped, page.Text);
        Assert.Equal("login_required", (await browser.GoAsync(client.AuthorizeAddress(("prompt", "none")), Stop)).Parameter("error"));
    }

    [Fact]
    public async Task Another_sites_form_with_somebody_elses_token_does_not_take_the_residents_cookie()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var elsewhere = SandboxFixture.NewBrowser();
        var theirs = await client.RedeemAsync((await client.SignInAsync(elsewhere, "r2")).Code);

        // The browser keeps its cookie back from such a form, and would take one that the answer brings.
        using var http = sandbox.NewHubClient();
        using var answer = await http.PostAsync(new Uri("connect/logout", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("id_token_hint", theirs.IdToken)]), Stop);

        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.Contains("session", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(401, (await client.UserInfoAsync(theirs.AccessToken)).Status);
    }

    [Fact]
    public async Task An_address_that_is_not_registered_is_not_gone_to()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var page = await browser.GoAsync(Logout(("client_id", "yueshengshi"), ("post_logout_redirect_uri", "https://attacker.example/")), Stop);
        Assert.Contains("CB2001", page.Text, StringComparison.Ordinal);
    }

    private Uri Logout(params (string Name, string? Value)[] parameters) => new(QueryHelpers.AddQueryString(
        new Uri(sandbox.Ports.HubAddress, "connect/logout").AbsoluteUri, parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value))));
}
