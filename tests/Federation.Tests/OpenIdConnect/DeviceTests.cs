using System.Net;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect;

/// <summary>Device authorization grant (RFC 8628): a kiosk, and a resident with a phone.</summary>
public sealed class DeviceTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_resident_lets_a_kiosk_act_from_their_own_phone_and_nothing_of_it_stays_there()
    {
        using var kiosk = Kiosk();
        using var phone = SandboxFixture.NewBrowser();
        var started = await StartAsync(kiosk);
        Assert.Equal(new Uri(sandbox.Ports.HubAddress, "device").AbsoluteUri, started["verification_uri"]);
        Assert.Matches("^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$", started["user_code"]);
        Assert.Equal("authorization_pending", (await PollAsync(kiosk, started))["error"]);

        var done = await AnswerAsync(phone, started["verification_uri_complete"]!, "r1", "yes");
        Assert.Equal("/device/done", done.Address.AbsolutePath);

        var tokens = await PollAsync(kiosk, started);
        Assert.Equal(200, tokens.Status);
        Assert.Equal("RS256", TokenAnswer.Header(tokens.IdToken).GetProperty("alg").GetString());
        Assert.Null(tokens["refresh_token"]);
        Assert.InRange(int.Parse(tokens["expires_in"]!, System.Globalization.CultureInfo.InvariantCulture), 1, 600);
        Assert.Equal("CHAN Tai Man", (await kiosk.UserInfoAsync(tokens.AccessToken))["name"]);
        Assert.Equal("invalid_grant", (await PollAsync(kiosk, started))["error"]);

        Assert.Equal(200, (await kiosk.AskAsync("connect/revoke", ("token", tokens.AccessToken))).Status);
        Assert.Equal(401, (await kiosk.UserInfoAsync(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task The_kiosk_of_the_sandbox_greets_whoever_lets_it_in_and_forgets_them()
    {
        using var machine = new ResidentBrowser();
        using var phone = SandboxFixture.NewBrowser();
        var address = new Uri(sandbox.Ports.RelyingPartyAddress, "kiosk?ui_locales=en");
        var page = await machine.GoAsync(address, Stop);
        page = await machine.SubmitAsync(page.Forms.Single(form => form.Action.AbsolutePath == "/kiosk"), cancellationToken: Stop);
        var code = System.Text.RegularExpressions.Regex.Match(page.Text, "[A-Z]{4}-[A-Z]{4}").Value;
        Assert.NotEmpty(code);

        await AnswerAsync(phone, new Uri(sandbox.Ports.HubAddress, "device?user_code=" + code).AbsoluteUri, "r2", "yes");
        // The device code is asked about once in five seconds at most; a machine that comes too early waits on.
        await Waiting.UntilAsync(async () => (page = await machine.GoAsync(address, Stop)).Text.Contains("Hello, WONG Siu Ming", StringComparison.Ordinal), "the kiosk greets the resident", Stop);

        page = await machine.SubmitAsync(page.Forms.Single(form => form.Action.AbsolutePath == "/kiosk/finish"), cancellationToken: Stop);
        Assert.DoesNotContain("WONG", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("WONG", (await machine.GoAsync(address, Stop)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_on_the_phone_ends_what_the_kiosk_has()
    {
        using var kiosk = Kiosk();
        using var phone = SandboxFixture.NewBrowser();
        var started = await StartAsync(kiosk);
        await AnswerAsync(phone, started["verification_uri_complete"]!, "r2", "yes");
        var tokens = await PollAsync(kiosk, started);
        Assert.Equal(200, (await kiosk.UserInfoAsync(tokens.AccessToken)).Status);

        var page = await phone.GoAsync(new Uri(sandbox.Ports.HubAddress, "sign-out"), Stop);
        await phone.SubmitAsync(page.Forms.Single(form => form.Action.AbsolutePath == "/connect/logout"), cancellationToken: Stop);
        Assert.Equal(401, (await kiosk.UserInfoAsync(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task A_resident_who_says_no_gives_nothing()
    {
        using var kiosk = Kiosk();
        using var phone = SandboxFixture.NewBrowser();
        var started = await StartAsync(kiosk);
        var done = await AnswerAsync(phone, started["verification_uri_complete"]!, "r1", "no");
        Assert.Equal("/device/done", done.Address.AbsolutePath);
        Assert.Equal("access_denied", (await PollAsync(kiosk, started))["error"]);
    }

    [Fact]
    public async Task Who_does_not_agree_to_what_the_kiosk_would_get_lets_it_wait_no_longer()
    {
        using var kiosk = Kiosk();
        using var phone = SandboxFixture.NewBrowser();
        var started = await StartAsync(kiosk);
        var page = await AnswerAsync(phone, started["verification_uri_complete"]!, "r6", "yes", until: "/consent");
        Assert.EndsWith("/consent", page.Address.AbsolutePath, StringComparison.Ordinal);
        // A stranger's link does not say no for the resident.
        Assert.Equal("/device", (await phone.GoAsync(new Uri(sandbox.Ports.HubAddress, started["verification_uri_complete"] + "&declined=none"), Stop)).Address.AbsolutePath);
        Assert.Equal("authorization_pending", (await PollAsync(kiosk, started))["error"]);

        var form = page.Forms[0];
        var done = await phone.SubmitAsync(form, button: form.Buttons.Single(button => button.Value == "decline"), cancellationToken: Stop);
        Assert.Equal("/device/done?no=1", done.Address.PathAndQuery);
        Assert.Equal("access_denied", (await PollAsync(kiosk, started))["error"]);
    }

    [Fact]
    public async Task A_code_is_typed_as_people_type_and_wrong_ones_are_counted()
    {
        // Nobody else's tries: r4 is kept out in the end.
        using var kiosk = Kiosk();
        using var phone = SandboxFixture.NewBrowser();
        var started = await StartAsync(kiosk);
        var typed = started["user_code"]!.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant();
        var page = await GoAsync(phone, "device?user_code=" + Uri.EscapeDataString(typed), "r4");
        Assert.Contains(started["user_code"]!, page.Text, StringComparison.Ordinal);

        Assert.Contains("CB2020", (await GoAsync(phone, "device?user_code=BBBB-BBBB", "r4")).Text, StringComparison.Ordinal);
        for (var index = 1; index < 10; index++)
            await GoAsync(phone, "device?user_code=BBBB-BBBC", "r4");
        // The right one is not told from a wrong one either, now.
        Assert.Contains("CB2021", (await GoAsync(phone, "device?user_code=" + started["user_code"], "r4")).Text, StringComparison.Ordinal);
        using var other = SandboxFixture.NewBrowser();
        Assert.Contains(started["user_code"]!, (await GoAsync(other, "device?user_code=" + started["user_code"], "r1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pattern_holds_the_address_and_tells_nothing_of_codes()
    {
        using var http = sandbox.NewHubClient();
        using var drawn = await http.GetAsync("device/pattern?user_code=BCDF-GHJK", Stop);
        Assert.Equal("image/svg+xml", drawn.Content.Headers.ContentType?.MediaType);
        Assert.Contains("aria-label=\"BCDF-GHJK\"", await drawn.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var refused = await http.GetAsync("device/pattern?user_code=%3Cscript%3E", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("CB2020", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yueshengshi", "unauthorized_client")]
    [InlineData("unknown", "invalid_client")]
    public async Task Only_a_client_that_is_registered_for_devices_starts_one(string client, string error)
    {
        using var party = new RelyingPartyClient(sandbox.Ports, client);
        Assert.Equal(error, (await party.AskAsync("connect/device", ("scope", "openid")))["error"]);
    }

    private RelyingPartyClient Kiosk() => new(sandbox.Ports, "kiosk") { Secret = null };

    private static async Task<TokenAnswer> StartAsync(RelyingPartyClient kiosk)
    {
        var started = await kiosk.AskAsync("connect/device", ("scope", "openid profile applications"));
        Assert.Equal(200, started.Status);
        return started;
    }

    private static Task<TokenAnswer> PollAsync(RelyingPartyClient kiosk, TokenAnswer started) =>
        kiosk.AskAsync("connect/token", ("grant_type", DeviceGrant), ("device_code", started["device_code"]));

    /// <summary>Signs in at home where that is asked for, agrees where that is asked for, and answers the question about the machine each time it comes.</summary>
    private async Task<Page> AnswerAsync(ResidentBrowser phone, string address, string resident, string answer, string? until = null)
    {
        var page = await GoAsync(phone, address, resident);
        for (var index = 0; index < 6 && page.Forms is [{ Buttons.Count: > 0 } form, ..] && (until is null || !page.Address.AbsolutePath.EndsWith(until, StringComparison.Ordinal)); index++)
            page = await phone.SubmitAsync(form, button: form.Buttons.FirstOrDefault(button => button.Name == "answer" && button.Value == answer) ?? form.Buttons[0], cancellationToken: Stop);
        return page;
    }

    private async Task<Page> GoAsync(ResidentBrowser phone, string address, string resident)
    {
        var page = await phone.GoAsync(new Uri(sandbox.Ports.HubAddress, address), Stop);
        if (page.Address.Port == sandbox.Ports.Home)
            page = await phone.SubmitAsync(page.Forms[0], new Dictionary<string, string> { ["resident"] = resident }, cancellationToken: Stop);
        // A first visit asks whether the account found is theirs.
        while (page.Address.AbsolutePath.EndsWith("/link", StringComparison.Ordinal))
            page = await phone.SubmitAsync(page.Forms[0], cancellationToken: Stop);
        return page;
    }
}
