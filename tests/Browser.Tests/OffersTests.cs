using CrossBorder.Testing;

namespace CrossBorder.Browser.Tests;

/// <summary>Services that come before anybody asks, as a resident sees them.</summary>
public sealed class OffersTests(Chromium chromium)
{
    [Fact]
    public async Task A_resident_turns_it_on_sees_what_was_found_and_turns_it_off()
    {
        await using var visitor = await chromium.VisitAsync("offers");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();

        await visitor.GoAsync(new Uri(sandbox.Ports.HubAddress, "offers"));
        await visitor.PressAsync("button[value=r1]");
        await visitor.PressAsync("button[value=confirm]");
        await visitor.PressAsync("button[value=agree]");
        await visitor.SeeAsync("1-off", "現時關閉", "可查閱哪些電子證照？");

        foreach (var kind in (string[])["social-security-card", "mainland-driving-licence", "residence-permit", "disability-certificate"])
            await visitor.Page.CheckAsync($"input[value={kind}]");
        await visitor.PressAsync("main form button");
        await visitor.SeeAsync("2-notice", "要我們主動為您找服務嗎？", "系統一般每天查閱一次");
        await visitor.PressAsync("button[value=agree]");
        await visitor.SeeAsync("3-found", "電子社會保障卡簽發", "您持有「社會保障卡」", "條件至這天為止");

        await visitor.PressAsync(".menu a[href='/cases']");
        await visitor.SeeAsync("4-cases", "項可能合資格的服務");
        await visitor.PressAsync("main a[href='/offers']");
        await visitor.PressAsync("form[action$='Off'] button");
        await visitor.SeeAsync("5-off-again", "現時關閉");
    }
}
