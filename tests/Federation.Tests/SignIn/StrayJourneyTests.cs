using System.Text.Json.Nodes;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.SignIn;

/// <summary>Journeys that go another way: declined, cancelled, copied, forged.</summary>
public sealed class StrayJourneyTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_says_that_the_account_is_not_theirs_is_linked_to_nothing_with_CB7006()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var page = await browser.GoAsync(client.AuthorizeAddress(("login_hint", "r1")), Stop);
        Assert.EndsWith("/link", page.Address.AbsolutePath, StringComparison.Ordinal);

        var form = page.Forms.Single(form => form.Buttons.Any(button => button.Name == "decision"));
        page = await browser.SubmitAsync(form, button: form.Buttons.Single(button => button.Value == "decline"), cancellationToken: Stop);

        Assert.Contains("CB7006", page.Text, StringComparison.Ordinal);
        Assert.Empty(await sandbox.RowsAsync<HomeLink>());
    }

    [Fact]
    public async Task The_address_of_a_journey_opens_nothing_in_another_browser_but_CB7003()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var page = await browser.GoAsync(client.AuthorizeAddress(("login_hint", "r1")), Stop);

        using var thief = SandboxFixture.NewBrowser();
        var stolen = await thief.GoAsync(page.Address, Stop);

        Assert.Equal(404, (int)stolen.Status);
        Assert.Contains("CB7003", stolen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_cancelled_at_home_ends_with_CB4008()
    {
        using var browser = SandboxFixture.NewBrowser().StopAt(sandbox.Ports.HomeAddress);
        var page = await CallbackAsync(browser, state => $"error=access_denied&state={state}");
        Assert.Contains("CB4008", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_the_home_did_not_give_ends_with_CB4006()
    {
        using var browser = SandboxFixture.NewBrowser().StopAt(sandbox.Ports.HomeAddress);
        var page = await CallbackAsync(browser, state => $"code=made-up&state={state}");
        Assert.Contains("CB4006", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_our_state_ends_with_CB4006_and_moves_no_journey()
    {
        using var browser = SandboxFixture.NewBrowser().StopAt(sandbox.Ports.HomeAddress);
        var page = await CallbackAsync(browser, _ => "code=made-up&state=made-up");
        Assert.Contains("CB4006", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_without_a_home_return_permit_is_refused_with_CB7007()
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        // All residents of the sandbox have a permit: here r6 comes with the other document alone.
        var json = JsonNode.Parse(VerifiedIdentityJson.Write(People.Identity("r6")))!;
        json["documents"]!.AsArray().RemoveAt(1);
        json["subject"] = "home-without-permit";
        var person = VerifiedIdentityJson.Read(json.ToJsonString()).Value;

        var answer = await scope.ServiceProvider.GetRequiredService<LinkResident>().FindAsync(person, null, Stop);

        Assert.Equal("CB7007", answer.Error.Code);
    }

    private async Task<Page> CallbackAsync(ResidentBrowser browser, Func<string, string> answer)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var home = await browser.GoAsync(client.AuthorizeAddress(("login_hint", "r1")), Stop);
        var state = Uri.EscapeDataString(home.Parameter("state")!);
        return await browser.GoAsync(new Uri(sandbox.Ports.HubAddress, "signin-hk-sandbox?" + answer(state)), Stop);
    }
}
