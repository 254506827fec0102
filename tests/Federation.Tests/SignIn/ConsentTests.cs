using System.Text.Json;
using CrossBorder.Federation.Accounts;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.SignIn;

/// <summary>What a resident agrees to, refuses and takes back.</summary>
public sealed class ConsentTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("r1", "zh-HK", "zh-Hant")]
    [InlineData("r2", "zh-CN", "zh-Hans")]
    [InlineData("r6", "en", "en")]
    public async Task The_text_agreed_to_is_stored_as_it_was_shown(string resident, string locales, string language)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
        using var browser = SandboxFixture.NewBrowser();
        var result = await client.SignInAsync(browser, resident, ("ui_locales", locales));

        var page = result.Shown.Single(shown => shown.Address.Segments[^1] == "consent");
        var consent = Assert.Single(await sandbox.RowsAsync<Consent>(), row => row.ClientId == "yueshangtong" && row.Language == language);
        var shown = Flat(page.Text);
        Assert.All(consent.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(Flat(line.TrimStart('-')), shown, StringComparison.Ordinal));
        Assert.Contains("privacy@example.test", consent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_agree_goes_back_with_CB7004_and_nothing_is_stored()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "ps-rp") { Scope = "openid profile", Secret = null };
        using var browser = SandboxFixture.NewBrowser();
        var page = await AtConsentAsync(client, browser, "r1");

        page = await browser.SubmitAsync(page.Forms.Single(form => form.Fields.ContainsKey("notice")), button: Decision(page, "decline"), cancellationToken: Stop);
        Assert.Contains("CB7004", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await sandbox.RowsAsync<Consent>(), row => row.ClientId == "ps-rp");
    }

    [Fact]
    public async Task Agreeing_to_another_text_than_the_one_shown_counts_for_nothing()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "public-rp") { Scope = "openid profile", Secret = null };
        using var browser = SandboxFixture.NewBrowser();
        var page = await AtConsentAsync(client, browser, "r1");

        var form = page.Forms.Single(form => form.Fields.ContainsKey("notice"));
        page = await browser.SubmitAsync(form, new Dictionary<string, string> { ["notice"] = "sha256:00" }, cancellationToken: Stop);
        Assert.EndsWith("/consent", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain(await sandbox.RowsAsync<Consent>(), row => row.ClientId == "public-rp");
    }

    [Fact]
    public async Task Once_withdrawn_nothing_more_is_given_and_the_resident_is_asked_again()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r2")).Code);

        var list = await client.GetAsync("api/consents", tokens.AccessToken);
        var consent = list.Json.GetProperty("consents").EnumerateArray().Single(entry => entry.GetProperty("withdrawnAt").ValueKind == JsonValueKind.Null);
        var withdrawal = $"api/consents/{consent.GetProperty("id").GetString()}/withdrawal";
        Assert.Equal(200, (await client.GetAsync(withdrawal, tokens.AccessToken, HttpMethod.Post)).Status);
        Assert.Equal(200, (await client.GetAsync(withdrawal, tokens.AccessToken, HttpMethod.Post)).Status);

        var info = await client.UserInfoAsync(tokens.AccessToken);
        Assert.Equal(401, info.Status);
        Assert.Contains("CB2004", info.Challenge, StringComparison.Ordinal);
        Assert.Equal("CB5031", (await client.GetAsync("api/applications", tokens.AccessToken))["code"]);
        Assert.Equal("invalid_grant", (await client.RefreshAsync(tokens.RefreshToken))["error"]);
        using var again = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        Assert.Equal(["consent"], (await again.SignInAsync(browser, "r2")).Questions);
    }

    [Fact]
    public async Task A_resident_sees_on_a_page_what_was_agreed_and_takes_it_back_there()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r4")).Code);

        var page = await browser.GoAsync(new Uri(sandbox.Ports.HubAddress, "consents?lang=en"), Stop);
        Assert.Contains("Yueshengshi (demonstration)", page.Text, StringComparison.Ordinal);
        var after = await browser.SubmitAsync(page.Forms.First(form => form.Fields.ContainsKey("id")), cancellationToken: Stop);

        Assert.EndsWith("/consents", after.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain(after.Forms, form => form.Fields.ContainsKey("id"));
        Assert.Equal(401, (await client.UserInfoAsync(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_and_comes_back_without_agreeing_to_anything()
    {
        using var browser = SandboxFixture.NewBrowser();
        var page = await browser.GoAsync(new Uri(sandbox.Ports.HubAddress, "consents"), Stop);
        page = await browser.SubmitAsync(page.Forms.First(form => form.Buttons.Any(button => button.Name == "resident")), new Dictionary<string, string> { ["resident"] = "r6" }, cancellationToken: Stop);
        while (page.Forms.FirstOrDefault(form => form.Action.AbsolutePath.EndsWith("/link", StringComparison.Ordinal)) is { } link)
            page = await browser.SubmitAsync(link, cancellationToken: Stop);

        Assert.Equal("/consents", page.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_consent_that_is_not_the_callers_is_unknown_with_CB7005()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r6")).Code);

        var answer = await client.GetAsync("api/consents/0000/withdrawal", tokens.AccessToken, HttpMethod.Post);

        Assert.Equal(404, answer.Status);
        Assert.Equal("CB7005", answer["code"]);
    }

    private static async Task<Page> AtConsentAsync(RelyingPartyClient client, ResidentBrowser browser, string resident)
    {
        var page = await browser.GoAsync(client.AuthorizeAddress(("login_hint", resident)), Stop);
        while (!page.Address.AbsolutePath.EndsWith("/consent", StringComparison.Ordinal))
            page = await browser.SubmitAsync(page.Forms.First(form => form.Fields.ContainsKey("__RequestVerificationToken")), cancellationToken: Stop);
        return page;
    }

    private static PageButton Decision(Page page, string value) =>
        page.Forms.SelectMany(form => form.Buttons).Single(button => button.Name == "decision" && button.Value == value);

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
