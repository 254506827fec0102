using System.Net;
using System.Text.Json;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Homes;
using CrossBorder.Federation.Tests.Officers;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Sandbox.Home;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.Homes;

/// <summary>Homes of Macao and of another province are admitted by two officers while the hub runs, and end without a restart.</summary>
public sealed class HomesAtRunTimeTests(HomesRunning hub) : IClassFixture<HomesRunning>
{
    private const string Path = "/console/homes";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_home_of_Macao_is_admitted_used_kept_through_a_restart_and_ended()
    {
        var place = await hub.StartPlaceAsync("mo");
        using var asker = await SandboxOfficer.EnterAsync(hub, "officer-a");
        using var approver = await SandboxOfficer.EnterAsync(hub, "officer-b");

        // Deny by default: proposed is not admitted, one officer is not two, and without an anchor of the place nobody is believed.
        var page = await ProposeAsync(asker, place, "mo", "MO");
        Assert.Contains("No anchor of that place", (await asker.GoAsync(page)).Text, StringComparison.Ordinal);
        Assert.Contains("CB6163", (await asker.PostAsync(page, ("step", "approve"), ("code", await asker.FreshCodeAsync()))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mo", await hub.OfferedAsync());
        await DecideAsync(approver, page, "approve");
        await Waiting.UntilAsync(async () => (await hub.OfferedAsync()).Contains("mo"), "the home is offered", Stop);
        Assert.Contains("CB3010", (await EnterAsync("yueshengshi", "mo", "m1")).Text, StringComparison.Ordinal);

        await hub.AdmitAnchorAsync("mo", Jurisdiction.Macao);
        var subject = await SubjectAsync("yueshengshi", "mo", "m1", person =>
        {
            Assert.Equal("M12345678", person.GetProperty("home_return_permit_number").GetString());
            Assert.Equal("MO", person.GetProperty("jurisdiction").GetString());
            Assert.Contains(place.Issuer.AbsoluteUri, person.GetProperty("verified_claims").GetRawText(), StringComparison.Ordinal);
        });

        await hub.World.StopHubAsync(Stop);
        await hub.World.StartHubAsync(Stop);
        Assert.Contains("mo", await hub.OfferedAsync());
        Assert.Equal(subject, await SubjectAsync("yueshengshi", "mo", "m1"));

        using var stays = SandboxFixture.NewBrowser();
        using var party = new RelyingPartyClient(hub.Ports, "yueshengshi");
        Assert.True((await HomesRunning.SignInAsync(party, stays, "mo", "m1")).Stopped);

        using var later = await SandboxOfficer.EnterAsync(hub, "officer-b");
        using var other = await SandboxOfficer.EnterAsync(hub, "officer-a");
        await later.PostAsync(page, ("step", "ask-end"));
        Assert.Contains("CB6163", (await later.PostAsync(page, ("step", "end"), ("code", await later.FreshCodeAsync()))).Text, StringComparison.Ordinal);
        Assert.Contains("mo", await hub.OfferedAsync());
        await DecideAsync(other, page, "end");
        await Waiting.UntilAsync(async () => !(await hub.OfferedAsync()).Contains("mo"), "the home is gone", Stop);
        Assert.Contains("CB6162", (await other.PostAsync(page, ("step", "keep"))).Text, StringComparison.Ordinal);

        // Who is signed in through it is signed out, and the relying party is told why.
        await Waiting.UntilAsync(async () => await hub.LiveSessionsAsync("mo") == 0, "its sign-ins end", Stop);
        Assert.Contains(SessionEnd.HomeClosed, await hub.CausesToldAsync("yueshengshi"));

        // A browser that was signed in through it and is to prove more is not sent to a home that is gone, but to those that are there.
        var asked = await stays.GoAsync(party.AuthorizeAddress(("acr_values", "urn:crossborder:loa:high"), ("scope", "openid profile identity"), ("ui_locales", "en")), Stop);
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.NotEqual(place.Issuer.Port, asked.Address.Port);
        Assert.DoesNotContain(asked.Forms.SelectMany(form => form.Buttons), button => button.Value == "mo");
    }

    [Fact]
    public async Task A_resident_of_a_mainland_province_signs_in_to_a_relying_party_of_Hong_Kong()
    {
        var place = await hub.StartPlaceAsync("fj");
        await hub.AdmitAnchorAsync("fj", new Jurisdiction("CN-FJ"));
        using var asker = await SandboxOfficer.EnterAsync(hub, "officer-a");
        using var approver = await SandboxOfficer.EnterAsync(hub, "officer-b");
        await DecideAsync(approver, await ProposeAsync(asker, place, "fj", "CN-FJ"), "approve");
        await Waiting.UntilAsync(async () => (await hub.OfferedAsync()).Contains("fj"), "the home is offered", Stop);

        await SubjectAsync(HomesRunning.HongKongParty, "fj", "f1", person =>
        {
            Assert.Equal("LIN Xiaoyu", person.GetProperty("name").GetString());
            Assert.Equal("350203198809170028", person.GetProperty("resident_identity_card_number").GetString());
            Assert.Equal("CN-FJ", person.GetProperty("jurisdiction").GetString());
            Assert.False(person.TryGetProperty("home_return_permit_number", out _));
        });
    }

    [Fact]
    public async Task What_does_not_hold_is_refused_with_all_that_is_wrong_and_keeps_what_was_typed()
    {
        using var officer = await SandboxOfficer.EnterAsync(hub, "officer-a");
        using var auditor = await SandboxOfficer.EnterAsync(hub, "auditor");
        using var reviewer = await SandboxOfficer.EnterAsync(hub, "reviewer");

        var faulty = await officer.PostAsync(Path, [.. Definition("bad one", new Uri("http://example.test/"), "MO"), ("Form.Levels", "gold platinum")]);
        var unsafeAddress = await officer.PostAsync(Path, [.. Definition("bad one", new Uri("http://example.test/"), "MO")]);
        var taken = await officer.PostAsync(Path, [.. Definition("hk-sandbox", new Uri("https://other.example.test/"), "HK")]);
        var ours = await officer.PostAsync(Path, [.. Definition("officer", new Uri("https://other.example.test/"), "HK")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, faulty.Status);
        Assert.Contains("CB6160", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("gold platinum", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"bad one\"", faulty.Html, StringComparison.Ordinal);
        Assert.Contains("must be https", unsafeAddress.Text, StringComparison.Ordinal);
        Assert.Contains("letters, digits", unsafeAddress.Text, StringComparison.Ordinal);
        Assert.Contains("CB6165", taken.Text, StringComparison.Ordinal);
        Assert.Contains("CB6165", ours.Text, StringComparison.Ordinal);
        Assert.Contains("CB6165", (await officer.PostAsync(Path, [.. Definition("Officer", new Uri("https://other.example.test/"), "HK")])).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await auditor.GoAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsync(Path, [.. Definition("mo2", new Uri("https://mo.example.test/"), "MO")])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GoAsync(Path)).Status);
        Assert.Contains("CB6161", (await officer.GoAsync($"{Path}/{Guid.NewGuid():D}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_officers_who_decide_at_the_same_moment_one_is_told_so()
    {
        await using var first = hub.HubServices.CreateAsyncScope();
        await using var second = hub.HubServices.CreateAsyncScope();
        var home = new HomeForm
        {
            Scheme = "raced", Hant = "甲", Hans = "甲", En = "A", Authority = "https://raced.example.test/", ClientId = "hub", Jurisdiction = "MO", SigningKey = "hub-home-ps256", Algorithms = ["ES256"],
        }.ToHome().Value;
        var id = (await first.ServiceProvider.GetRequiredService<OfficerHomes>().ProposeAsync(home, "officer-a", Stop)).Value.Id;
        // Both have the page before them.
        await second.ServiceProvider.GetRequiredService<IHomeProviders>().FindAsync(id, Stop);

        var refused = await first.ServiceProvider.GetRequiredService<OfficerHomes>().RefuseAsync(id, "officer-b", Stop);
        var approved = await second.ServiceProvider.GetRequiredService<OfficerHomes>().ApproveAsync(id, "officer-b", Stop);

        Assert.True(refused.Succeeded);
        Assert.Equal("CB6164", approved.Error.Code);
    }

    [Fact]
    public async Task Of_two_proposals_with_one_issuer_the_second_is_not_approved()
    {
        await using var scope = hub.HubServices.CreateAsyncScope();
        var officers = scope.ServiceProvider.GetRequiredService<OfficerHomes>();
        var ids = new List<Guid>();
        foreach (var scheme in new[] { "twin-a", "twin-b" })
        {
            var home = new HomeForm
            {
                Scheme = scheme, Hant = "乙", Hans = "乙", En = "B", Authority = "https://twin.example.test/", ClientId = "hub", Jurisdiction = "MO", SigningKey = "hub-home-ps256", Algorithms = ["ES256"],
            }.ToHome().Value;
            ids.Add((await officers.ProposeAsync(home, "officer-a", Stop)).Value.Id);
        }

        Assert.True((await officers.ApproveAsync(ids[0], "officer-b", Stop)).Succeeded);
        Assert.Equal("CB6160", (await officers.ApproveAsync(ids[1], "officer-b", Stop)).Error.Code);
    }

    private static async Task<string> ProposeAsync(SandboxOfficer officer, HomePlace place, string scheme, string jurisdiction)
    {
        var (page, location) = await officer.SendAsync(Path, [.. Definition(scheme, place.Issuer, jurisdiction), ("Form.RevocationLists", new Uri(place.Issuer, $"crl/{scheme}-root.crl").AbsoluteUri)]);
        Assert.True(page.Status == HttpStatusCode.Found, page.Text);
        return location!.OriginalString;
    }

    private static async Task DecideAsync(SandboxOfficer officer, string page, string step) =>
        Assert.Equal(HttpStatusCode.Found, (await officer.PostAsync(page, ("step", step), ("code", await officer.FreshCodeAsync()))).Status);

    private static IEnumerable<(string Name, string Value)> Definition(string scheme, Uri issuer, string jurisdiction) =>
    [
        ("Form.Scheme", scheme), ("Form.Hant", "外地示範登入"), ("Form.Hans", "外地演示登录"), ("Form.En", "Sign-in of " + jurisdiction),
        ("Form.Authority", issuer.AbsoluteUri), ("Form.ClientId", "cross-border-hub"), ("Form.Jurisdiction", jurisdiction),
        ("Form.SigningKey", "hub-home-ps256"), ("Form.AssertionSource", "token-response"), ("Form.Algorithms", "ES256"),
        ("Form.MaximumAgeSeconds", "300"), ("Form.ClockSkewSeconds", "60"),
    ];

    private async Task<Page> EnterAsync(string party, string home, string resident)
    {
        using var client = new RelyingPartyClient(hub.Ports, party);
        using var browser = SandboxFixture.NewBrowser();
        return await HomesRunning.SignInAsync(client, browser, home, resident);
    }

    private async Task<string?> SubjectAsync(string party, string home, string resident, Action<JsonElement>? look = null)
    {
        using var client = new RelyingPartyClient(hub.Ports, party);
        using var browser = SandboxFixture.NewBrowser();
        var page = await HomesRunning.SignInAsync(client, browser, home, resident);
        Assert.True(page.Stopped, page.Text);
        var tokens = await client.RedeemAsync(page.Parameter("code"));
        look?.Invoke((await client.UserInfoAsync(tokens.AccessToken)).Json);
        return TokenAnswer.Payload(tokens.IdToken).GetProperty("sub").GetString();
    }
}
