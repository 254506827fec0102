using System.Text.RegularExpressions;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;

namespace CrossBorder.Federation.Tests.Delegation;

/// <summary>Residents at their own browsers, who give, accept and use mandates over HTTP.</summary>
internal sealed partial class Household(SandboxRunning sandbox) : IDisposable
{
    private readonly Dictionary<string, ResidentBrowser> browsers = new(StringComparer.Ordinal);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ResidentBrowser Browser(string resident) =>
        browsers.TryGetValue(resident, out var known) ? known : browsers[resident] = SandboxFixture.NewBrowser();

    /// <summary>A page of the hub as that resident sees it, signed in on the way.</summary>
    public async Task<Page> GoAsync(string resident, string path)
    {
        var browser = Browser(resident);
        var page = await browser.GoAsync(new Uri(sandbox.Ports.HubAddress, path), Stop);
        for (var steps = 0; steps < 8; steps++)
        {
            if (page.Forms.FirstOrDefault(form => form.Buttons.Any(button => button.Name == "resident")) is { } home)
                page = await browser.SubmitAsync(home, new Dictionary<string, string> { ["resident"] = resident }, cancellationToken: Stop);
            else if (page.Address.AbsolutePath.StartsWith("/sign-in/", StringComparison.Ordinal) && !page.Stopped)
                page = await browser.SubmitAsync(page.Forms[0], cancellationToken: Stop);
            else
                return page;
        }

        throw new InvalidOperationException($"Still at {page.Address.AbsolutePath}.");
    }

    /// <summary>Gives a mandate by the pages.</summary>
    /// <returns>The code, and the mandate as it is stored.</returns>
    public async Task<(string Code, Mandate Mandate)> GiveAsync(
        string principal, string relation = "family", string items = "items=gd-hc-001", int days = 31, string services = "&services=yueshengshi", string document = "")
    {
        var page = await GoAsync(principal, $"delegations/check?lang=en&relation={relation}&{items}&days={days}{services}");
        var form = Assert.Single(page.Forms, form => form.Fields.ContainsKey("until"));
        page = await Browser(principal).SubmitAsync(form, new Dictionary<string, string> { ["document"] = document }, cancellationToken: Stop);
        var code = Code().Match(page.Html).Groups["code"].Value;
        Assert.NotEmpty(code);
        return (code, (await sandbox.RowsAsync<Mandate>()).MaxBy(row => row.OfferedAt)!);
    }

    /// <summary>Looks at what a code asks, and accepts it where it asks anything.</summary>
    public async Task<Page> AcceptAsync(string agent, string code)
    {
        var page = await GoAsync(agent, $"delegations/accept?lang=en&code={code}");
        return page.Forms.FirstOrDefault(form => form.Fields.ContainsKey("code")) is { } form
            ? await Browser(agent).SubmitAsync(form, cancellationToken: Stop)
            : page;
    }

    /// <summary>Given and accepted.</summary>
    public async Task<Mandate> HandOverAsync(
        string principal, string agent, string relation = "family", string items = "items=gd-hc-001", string services = "&services=yueshengshi")
    {
        var (code, mandate) = await GiveAsync(principal, relation, items, services: services);
        var page = await AcceptAsync(agent, code);
        Assert.Contains("said=accepted", page.Address.Query, StringComparison.Ordinal);
        return mandate;
    }

    /// <summary>Signs the agent in at a service for the principal of that mandate; where that is null, for themselves.</summary>
    public Task<SignInResult> SignInAsync(RelyingPartyClient client, string agent, Mandate? mandate, params (string Name, string? Value)[] changes) =>
        SignInAtAsync(client.AuthorizeAddress([("login_hint", agent), .. changes]), agent, mandate);

    /// <summary>The same from an address that is made already.</summary>
    public async Task<SignInResult> SignInAtAsync(Uri address, string agent, Mandate? mandate)
    {
        var browser = Browser(agent);
        var page = await browser.GoAsync(address, Stop);
        var shown = new List<Page>();
        while (!page.Stopped && shown.Count < 8)
        {
            shown.Add(page);
            var form = page.Forms.First(form => form.Fields.ContainsKey("__RequestVerificationToken"));
            page = await browser.SubmitAsync(
                form, button: mandate is null ? null : form.Buttons.FirstOrDefault(button => button.Name == "mandate" && button.Value == mandate.Id), cancellationToken: Stop);
        }

        return new SignInResult(page, shown);
    }

    /// <summary>Presses the button of one mandate on the resident's page.</summary>
    public async Task<Page> PressAsync(string resident, string handler, Mandate mandate)
    {
        var page = await GoAsync(resident, "delegations?lang=en");
        return await Browser(resident).SubmitAsync(
            page.Forms.Single(form => form.Action.Query.Contains("handler=" + handler, StringComparison.Ordinal) && form.Fields.GetValueOrDefault("id") == mandate.Id),
            cancellationToken: Stop);
    }

    public void Dispose()
    {
        foreach (var browser in browsers.Values)
            browser.Dispose();
    }

    [GeneratedRegex("usercode\">(?<code>[B-Z]{4}-[B-Z]{4})<")]
    private static partial Regex Code();
}
