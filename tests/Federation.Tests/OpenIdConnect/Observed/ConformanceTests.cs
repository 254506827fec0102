using System.Net;
using System.Text.Json;
using CrossBorder.Federation.OpenIdConnect.Conformance;
using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Federation.Tests.OpenIdConnect.Registrations;
using CrossBorder.Federation.Tests.Officers;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Observed;

/// <summary>What real traffic shows of relying parties, registered and of the settings.</summary>
public sealed class ConformanceTests(RegistrationRunning hub) : IClassFixture<RegistrationRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_developer_who_forgets_the_nonce_and_tries_a_code_twice_is_told_until_it_is_mended()
    {
        var registered = await hub.ApprovedAsync();
        var id = registered["client_id"]!;
        Assert.Equal(ConformanceVerdict.NotSeen, await VerdictAsync(id, "nonce"));

        Assert.NotNull(await CodeAsync(registered, ("nonce", null), ("state", null)));
        Assert.Equal(ConformanceVerdict.ToDo, await VerdictAsync(id, "nonce"));
        Assert.Equal(ConformanceVerdict.ToDo, await VerdictAsync(id, "state"));

        var (good, verifier) = await CodeOfAsync(registered);
        Assert.Equal(ConformanceVerdict.Done, await VerdictAsync(id, "nonce"));
        Assert.Equal(200, (await RedeemAsync(registered, good, verifier)).Status);
        Assert.Equal(ConformanceVerdict.Done, await VerdictAsync(id, "pkce"));
        Assert.Equal(ConformanceVerdict.Done, await VerdictAsync(id, "code-once"));
        Assert.Equal("invalid_grant", (await RedeemAsync(registered, good, verifier))["error"]);
        Assert.Equal(ConformanceVerdict.ToDo, await VerdictAsync(id, "code-once"));
    }

    [Fact]
    public async Task What_a_stranger_sends_in_a_clients_name_judges_nobody()
    {
        var registered = await hub.ApprovedAsync();
        var id = registered["client_id"]!;
        using var stranger = new RelyingPartyClient(hub.Ports, id) { Secret = "a-guess", Scope = "openid" };
        using var browser = RegistrationRunning.NewBrowserAt(RegistrationRunning.Callback);

        await browser.GoAsync(stranger.AuthorizeAddress(("redirect_uri", "https://evil.example.test/"), ("nonce", null)), Stop);
        Assert.Equal(401, (await stranger.RedeemAsync("made-up", ("redirect_uri", RegistrationRunning.Callback))).Status);
        // Nobody fills the book with names of clients that there are not.
        using var nobody = new RelyingPartyClient(hub.Ports, "nobody-here") { Secret = "a-guess" };
        await nobody.RedeemAsync("made-up");

        var report = await ReportAsync(id);
        Assert.All(report.Items, item => Assert.Equal(ConformanceVerdict.NotSeen, item.Verdict));
        Assert.Contains(report.Refusals, refusal => refusal.Code == "invalid_client");
        await using var scope = hub.HubServices.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<IConformanceCounts>().OfAsync("nobody-here", DateOnly.MinValue, Stop));
    }

    [Fact]
    public async Task What_a_client_did_before_it_was_stopped_is_read_afterwards()
    {
        var registered = await hub.ApprovedAsync();
        var id = registered["client_id"]!;
        Assert.NotNull(await CodeAsync(registered));
        await using (var scope = hub.HubServices.CreateAsyncScope())
            Assert.True((await scope.ServiceProvider.GetRequiredService<OfficerRegistrations>().EndAsync(id, "officer-a", Stop)).Succeeded);
        await hub.TakenOverAsync();

        Assert.Equal(ConformanceVerdict.Done, await VerdictAsync(id, "nonce"));
    }

    [Fact]
    public async Task What_is_counted_is_added_and_the_later_moment_stays()
    {
        var (day, later) = (new DateOnly(2031, 5, 1), new DateTimeOffset(2031, 5, 1, 12, 0, 0, TimeSpan.Zero));
        await using var scope = hub.HubServices.CreateAsyncScope();
        var counts = scope.ServiceProvider.GetRequiredService<IConformanceCounts>();

        await counts.AddAsync([Counted("counted-twice", 2, later), Counted("counted-once", 1, later)], Stop);
        await counts.AddAsync([Counted("counted-twice", 3, later.AddHours(-1))], Stop);

        var row = Assert.Single(await counts.OfAsync("counted-twice", day, Stop));
        Assert.Equal((5L, later), (row.Count, row.LastAt));
        Assert.Equal(1L, Assert.Single(await counts.OfAsync("counted-once", day, Stop)).Count);

        ConformanceCount Counted(string clientId, long count, DateTimeOffset at) => new() { ClientId = clientId, What = Sight.NonceSent, Day = day, Count = count, LastAt = at };
    }

    [Fact]
    public async Task A_client_that_fetches_the_keys_by_name_for_each_token_is_seen_to()
    {
        var registered = await hub.ApprovedAsync();
        using var http = hub.NewHubClient();
        for (var fetch = 0; fetch < 12; fetch++)
            (await http.GetAsync(new Uri(".well-known/jwks?client_id=" + registered["client_id"], UriKind.Relative), Stop)).EnsureSuccessStatusCode();

        var (code, verifier) = await CodeOfAsync(registered);
        await RedeemAsync(registered, code, verifier);

        Assert.Equal(ConformanceVerdict.ToDo, await VerdictAsync(registered["client_id"]!, "keys"));
    }

    [Fact]
    public async Task Officers_see_clients_of_the_settings_too_and_take_the_evidence_along()
    {
        using var client = new RelyingPartyClient(hub.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var back = await client.SignInAsync(browser, "r1");
        var tokens = await client.RedeemAsync(back.Page.Parameter("code"));
        await client.RefreshAsync(tokens.RefreshToken);
        Assert.Equal("invalid_grant", (await client.RefreshAsync(tokens.RefreshToken))["error"]);
        // Signing out makes the hub tell the relying party, which answers.
        await browser.GoAsync(new Uri(hub.Ports.HubAddress, "connect/logout?id_token_hint=" + tokens.IdToken), Stop);
        await Waiting.UntilAsync(async () => (await ReportAsync("yueshengshi")).Items.Single(item => item.Rule.Id == "logout-heard") is { Good: > 0 } or { Bad: > 0 },
            "the answer to the logout token is counted", Stop);

        using var auditor = await SandboxOfficer.EnterAsync(hub, "auditor");
        using var reviewer = await SandboxOfficer.EnterAsync(hub, "reviewer");
        var page = await auditor.GoAsync("/console/relying-parties/yueshengshi/conformance");
        var file = await auditor.GoAsync("/console/relying-parties/yueshengshi/conformance?handler=Export");

        Assert.Contains("RFC 9700", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GoAsync("/console/relying-parties/yueshengshi/conformance")).Status);
        Assert.Contains("CB6173", (await auditor.GoAsync("/console/relying-parties/nobody/conformance")).Text, StringComparison.Ordinal);
        var checks = JsonSerializer.Deserialize<JsonElement>(file.Html).GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("check").GetString()!);
        Assert.Equal("done", checks["code"].GetProperty("verdict").GetString());
        Assert.Equal("to_do", checks["refresh-once"].GetProperty("verdict").GetString());
        Assert.Equal("done", checks["proof"].GetProperty("verdict").GetString());
    }

    private async Task<ConformanceReport> ReportAsync(string clientId)
    {
        await using var scope = hub.HubServices.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ReadConformance>().OfAsync(clientId, Stop)).Value;
    }

    private async Task<ConformanceVerdict> VerdictAsync(string clientId, string rule) =>
        (await ReportAsync(clientId)).Items.Single(item => item.Rule.Id == rule).Verdict;

    private async Task<string?> CodeAsync(TokenAnswer registered, params (string Name, string? Value)[] changes)
    {
        using var client = hub.ClientOf(registered);
        using var browser = RegistrationRunning.NewBrowserAt(RegistrationRunning.Callback);
        var back = await client.SignInAsync(browser, "r1", [("redirect_uri", RegistrationRunning.Callback), .. changes]);
        Assert.True(back.Page.Stopped, back.Page.Text);
        return back.Page.Parameter("code");
    }

    private async Task<(string? Code, string Verifier)> CodeOfAsync(TokenAnswer registered)
    {
        using var client = hub.ClientOf(registered);
        using var browser = RegistrationRunning.NewBrowserAt(RegistrationRunning.Callback);
        var back = await client.SignInAsync(browser, "r1", ("redirect_uri", RegistrationRunning.Callback));
        return (back.Page.Parameter("code"), client.Verifier);
    }

    private async Task<TokenAnswer> RedeemAsync(TokenAnswer registered, string? code, string verifier)
    {
        using var client = hub.ClientOf(registered);
        return await client.RedeemAsync(code, ("redirect_uri", RegistrationRunning.Callback), ("code_verifier", verifier));
    }
}
