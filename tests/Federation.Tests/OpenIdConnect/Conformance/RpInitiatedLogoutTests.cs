using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Conformance;

/// <summary>Plan RP-initiated logout.</summary>
public sealed class RpInitiatedLogoutTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string AfterLogout = "http://localhost:9090/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [Trait(Module.Trait, "oidcc-rp-initiated-logout, oidcc-rp-initiated-logout-no-state")]
    [InlineData("s t?&=")]
    [InlineData(null)]
    public async Task The_id_token_leads_back_at_once_with_the_state_as_it_came(string? state)
    {
        using var signed = await SignInAsync();
        var page = await signed.Browser.GoAsync(Logout(("id_token_hint", signed.IdToken), ("post_logout_redirect_uri", AfterLogout), ("state", state)), Stop);
        Assert.True(page.Stopped, page.Text);
        Assert.Equal(state, page.Parameter("state"));
        await IsSignedOutAsync(signed);
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-rp-initiated-logout-no-post-logout-redirect-uri")]
    public async Task Without_an_address_the_resident_stays_here_and_reads_how_it_went()
    {
        using var signed = await SignInAsync();
        var page = await signed.Browser.GoAsync(Logout(("id_token_hint", signed.IdToken), ("state", "s")), Stop);
        Assert.StartsWith("/signed-out/", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(200, (int)page.Status);
        await IsSignedOutAsync(signed);
    }

    [Theory]
    [Trait(Module.Trait, "oidcc-rp-initiated-logout-no-params, oidcc-rp-initiated-logout-only-state, oidcc-rp-initiated-logout-no-id-token-hint")]
    [InlineData(null, null)]
    [InlineData("state", "s")]
    [InlineData("post_logout_redirect_uri", AfterLogout)]
    public async Task Without_a_proof_the_resident_is_asked_and_goes_nowhere_afterwards(string? parameter, string? value)
    {
        using var signed = await SignInAsync();
        var page = await signed.Browser.GoAsync(parameter is null ? Logout() : Logout((parameter, value)), Stop);
        Assert.Equal("/sign-out", page.Address.AbsolutePath);

        page = await signed.Browser.SubmitAsync(page.Forms.Single(form => form.Action.AbsolutePath == "/connect/logout"), cancellationToken: Stop);
        Assert.False(page.Stopped);
        Assert.StartsWith("/signed-out/", page.Address.AbsolutePath, StringComparison.Ordinal);
        await IsSignedOutAsync(signed);
    }

    [Theory]
    [Trait(Module.Trait, "oidcc-rp-initiated-logout-bad-post-logout-redirect-uri, oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri, oidcc-rp-initiated-logout-bad-id-token-hint, oidcc-rp-initiated-logout-modified-id-token-hint")]
    [InlineData("https://attacker.example/", null)]
    [InlineData("http://localhost:9090/?foo=bar", null)]
    [InlineData("http://localhost:9090/other", null)]
    [InlineData("http://LOCALHOST:9090/", null)]
    [InlineData(AfterLogout, "not a token")]
    [InlineData(AfterLogout, "modified")]
    public async Task What_does_not_hold_is_told_on_our_own_page_and_signs_nobody_out(string address, string? hint)
    {
        using var signed = await SignInAsync();
        var token = hint switch { null => signed.IdToken, "modified" => Modified(signed.IdToken), _ => hint };
        var page = await signed.Browser.GoAsync(Logout(("id_token_hint", token), ("post_logout_redirect_uri", address), ("state", "s")), Stop);
        Assert.False(page.Stopped);
        Assert.Equal(400, (int)page.Status);
        Assert.Contains("CB2001", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await signed.Browser.GoAsync(signed.Client.AuthorizeAddress(("prompt", "none")), Stop)).Parameter("code"));
    }

    [Fact]
    public async Task A_hint_that_another_site_posts_without_our_cookie_ends_the_session_all_the_same_and_a_bare_post_ends_none()
    {
        using var signed = await SignInAsync();
        using var stranger = SandboxFixture.NewBrowser();
        var bare = await stranger.SubmitAsync(Form([]), cancellationToken: Stop);
        Assert.Equal("/sign-out", bare.Address.AbsolutePath);
        Assert.Equal(200, (await signed.Client.UserInfoAsync(signed.AccessToken)).Status);

        var page = await stranger.SubmitAsync(Form(new() { ["id_token_hint"] = signed.IdToken, ["post_logout_redirect_uri"] = AfterLogout }), cancellationToken: Stop);
        Assert.True(page.Stopped, page.Text);
        await IsSignedOutAsync(signed);
    }

    private PageForm Form(Dictionary<string, string> fields) => new(new Uri(sandbox.Ports.HubAddress, "connect/logout"), true, fields, []);

    private static string Modified(string token)
    {
        var parts = token.Split('.');
        var last = parts[1][5] == 'A' ? 'B' : 'A';
        return string.Join('.', parts[0], parts[1][..5] + last + parts[1][6..], parts[2]);
    }

    private async Task IsSignedOutAsync(Signed signed)
    {
        Assert.Equal("login_required", (await signed.Browser.GoAsync(signed.Client.AuthorizeAddress(("prompt", "none")), Stop)).Parameter("error"));
        Assert.Equal(401, (await signed.Client.UserInfoAsync(signed.AccessToken)).Status);
        Assert.Equal("False", (await signed.Client.AskAsync("connect/introspect", ("token", signed.AccessToken)))["active"]);
        Assert.Equal(401, (await signed.Client.GetAsync("api/applications", signed.AccessToken)).Status);
    }

    private async Task<Signed> SignInAsync()
    {
        var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi") { Scope = "openid profile applications" };
        var browser = SandboxFixture.NewBrowser();
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);
        return new Signed(client, browser, tokens.IdToken, tokens.AccessToken);
    }

    private Uri Logout(params (string Name, string? Value)[] parameters) => new(QueryHelpers.AddQueryString(
        new Uri(sandbox.Ports.HubAddress, "connect/logout").AbsoluteUri,
        parameters.Where(parameter => parameter.Value is not null).Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value))));

    private sealed record Signed(RelyingPartyClient Client, ResidentBrowser Browser, string IdToken, string AccessToken) : IDisposable
    {
        public void Dispose()
        {
            Client.Dispose();
            Browser.Dispose();
        }
    }
}
