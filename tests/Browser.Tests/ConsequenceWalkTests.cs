using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.Playwright;

namespace CrossBorder.Browser.Tests;

/// <summary>Residents sign in; then two officers see what rests on their home's certificate, rehearse its suspension, and see it take effect and be taken back.</summary>
public sealed class ConsequenceWalkTests(Chromium chromium)
{
    [Fact]
    public async Task A_suspension_is_seen_in_numbers_rehearsed_approved_and_rolled_back()
    {
        await using var first = await chromium.VisitAsync("consequence-first");
        await using var second = await chromium.VisitAsync("consequence-second");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();
        foreach (var resident in new[] { "r1", "r2" })
        {
            using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
            using var browser = SandboxFixture.NewBrowser();
            await client.SignInAsync(browser, resident);
        }

        await first.SignInAsync(sandbox, "officer-a");
        await second.SignInAsync(sandbox, "officer-b");
        await second.Page.Context.AddCookiesAsync([new Cookie { Name = "hub.language", Value = "en", Url = sandbox.Ports.HubAddress.AbsoluteUri }]);

        await first.PressAsync(".menu a[href='/console/trust']");
        var home = first.Page.Locator("details.inventory", new() { HasText = "Sandbox Home Provider" }).First;
        await home.Locator("summary").ClickAsync();
        await home.Locator("a[href^='/console/trust/']").ClickAsync();
        await first.SeeAsync("1-certificate", "倚賴這張證書的一切", "現時的登入時段", "帳戶連結", "匯出完整清單");
        var list = await first.Page.RunAndWaitForDownloadAsync(() => first.Page.GetByText("CSV").ClickAsync());
        Assert.Contains("\nAccountLink,", await File.ReadAllTextAsync((await list.PathAsync())!, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await first.PressAsync("a.button[href^='/console/changes/new']");
        await first.Page.FillAsync("#reason", "機構懷疑密鑰外洩，先暫停並查核。");
        await first.Page.FillAsync("#window", "60");
        await first.PressAsync("button[value=look]");
        await first.SeeAsync("2-in-numbers", "倚賴它的有：1 個現時的登入時段");
        await first.PressAsync("button[value=do]");

        await first.SeeAsync("3-own-proposal", "預演：這項變更會帶來甚麼", "撤回");

        await second.PressAsync(".menu a[href='/console/changes']");
        await second.SeeAsync("2-list", "Still to be decided", "Suspend a certificate");
        await second.PressAsync("main section.card h3 a");
        await second.SeeAsync("3-rehearsal", "Rehearsal: what this change would do", "Home provider", "If you approve it", "It ends 1 session");
        await second.TypeNameAsync();
        await second.Page.FillAsync("#decide input[name=code]", await OfficerVisits.NextCodeAsync(sandbox, "officer-b"));
        await second.PressAsync("button[value=approve]");
        await second.ReloadUntilAsync("Session ended");
        await second.SeeAsync("4-effects", "What it did", "If you roll it back");

        await first.PressAsync(".menu a[href='/console/changes']");
        await first.PressAsync("main section.card h3 a");
        await first.SeeAsync("4-to-confirm", "確認保留");
        await first.TypeNameAsync();
        await first.Page.FillAsync("form:has(button[value=roll-back]) input[name=code]", await OfficerVisits.NextCodeAsync(sandbox, "officer-a"));
        await first.PressAsync("button[value=roll-back]");
        await first.SeeAsync("5-rolled-back", "已還原");
    }

    [Fact]
    public async Task A_reviewer_compares_what_no_rule_could_decide_and_an_auditor_finds_that_it_was_looked_at()
    {
        await using var reviewer = await chromium.VisitAsync("reviewer");
        await using var auditor = await chromium.VisitAsync("auditor");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();
        using (var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi"))
        using (var browser = SandboxFixture.NewBrowser())
            await client.SignInAsync(browser, "r3");

        await reviewer.SignInAsync(sandbox, "reviewer");
        await reviewer.PressAsync(".menu a[href='/console/reviews']");
        await reviewer.SeeAsync("1-reviews", "多於一個候選帳戶");
        await reviewer.PressAsync("main a.button.secondary");
        await reviewer.SeeAsync("2-before-looking", "查看原因");
        await reviewer.PressAsync("main form button");
        await reviewer.SeeAsync("3-side-by-side", "LEE Ka Yan", "GD440000000032");

        await auditor.SignInAsync(sandbox, "auditor");
        await auditor.GoAsync(new Uri(sandbox.Ports.HubAddress, "console/audit?kind=personal-data.read"));
        await auditor.SeeAsync("1-who-looked", "\"why\":\"Decision\"");
        await auditor.PressAsync(".menu a[href='/console/evidence']");
        await auditor.SeeAsync("2-evidence");
    }
}
