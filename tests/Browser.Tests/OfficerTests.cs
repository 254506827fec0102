using CrossBorder.Testing;

namespace CrossBorder.Browser.Tests;

/// <summary>The console: sign in with password and code, see what your role may, be told what it may not, sign out.</summary>
public sealed class OfficerTests(Chromium chromium)
{
    [Fact]
    public async Task An_auditor_signs_in_reads_and_signs_out()
    {
        await using var visitor = await chromium.VisitAsync("console");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();
        var console = new Uri(sandbox.Ports.HubAddress, "console");

        await visitor.GoAsync(console);
        await visitor.SeeAsync("1-sign-in", "人員登入");

        await visitor.Page.FillAsync("#name", "auditor");
        await visitor.Page.FillAsync("#password", "sandbox-auditor");
        await visitor.Page.FillAsync("#code", "000000");
        await visitor.PressAsync("main form button");
        await visitor.SeeAsync("2-refused", "CB6050");

        await visitor.Page.FillAsync("#password", "sandbox-auditor");
        await visitor.Page.FillAsync("#code", await OfficerVisits.CodeAsync(sandbox, "auditor"));
        await visitor.PressAsync("main form button");
        await visitor.SeeAsync("3-home", "審計員");

        await visitor.PressAsync(".menu a[href='/console/trust']");
        await visitor.SeeAsync("4-trust", "gd-root", "吊銷名單");

        await visitor.PressAsync(".menu a[href='/console/audit']");
        await visitor.SeeAsync("5-audit", "詳情");

        await visitor.GoAsync(new Uri(sandbox.Ports.HubAddress, "console/deliveries"));
        await visitor.SeeAsync("6-not-yours", "CB6052");

        await visitor.PressAsync(".menu a[href='/console/sign-out']");
        await visitor.SeeAsync("7-sign-out", "確定要登出嗎");
        await visitor.PressAsync("main form button");
        await visitor.SeeAsync("8-signed-out", "您已登出");
    }
}
