using CrossBorder.Testing;

namespace CrossBorder.Browser.Tests;

/// <summary>The hub's own portal: find a service, see what it takes, sign in, apply, follow the case.</summary>
public sealed class PortalTests(Chromium chromium)
{
    [Fact]
    public async Task A_resident_finds_a_service_applies_and_follows_the_case()
    {
        await using var visitor = await chromium.VisitAsync("portal");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();

        await visitor.GoAsync(sandbox.Ports.HubAddress);
        await visitor.SeeAsync("1-start");

        await visitor.Page.FillAsync("#q", "參保證明");
        await visitor.PressAsync("form.search button");
        await visitor.SeeAsync("2-search", "個人社會保險權益紀錄");

        await visitor.PressAsync(".entries a[href='/items/gd-si-003']");
        await visitor.SeeAsync("3-item", "廣東省人力資源和社會保障廳");

        await visitor.PressAsync("a[href='/apply/gd-si-003']");
        await visitor.PressAsync("button[value=r1]");
        await visitor.PressAsync("button[value=confirm]");
        await visitor.SeeAsync("4-consent", "同意並繼續");

        await visitor.PressAsync("button[value=agree]");
        await visitor.SeeAsync("4b-licences", "要代您查閱電子證照嗎");
        await visitor.PressAsync("button[value=agree]");
        await visitor.SeeAsync("5-form", "H12345678", "查詢期間");

        await visitor.PressAsync("main form button[type=submit]");
        await visitor.SeeAsync("6-form-with-a-fault", "請更正以下各項");

        await visitor.Page.CheckAsync("input[type=radio][value=last-12-months]");
        await visitor.PressAsync("main form button[type=submit]");
        await visitor.SeeAsync("7-filed", "個案編號");

        await visitor.PressUntilAsync("部門已受理", "main a.secondary[href^='/cases/CB']:not([href$=withdraw]):not([href$=complaint])");
        await visitor.SeeAsync("8-accepted", "已簽收並受理", "或之前作出決定");

        await visitor.PressAsync(".menu a[href='/cases']");
        await visitor.SeeAsync("9-cases", "部門已受理");

        await visitor.PressAsync("footer a[href='/consents']");
        await visitor.SeeAsync("10-consents", "以下是您同意取得您資料的服務");
        await visitor.PressAsync("main form:has(button[aria-label$=查閱電子證照]) button");
        await visitor.SeeAsync("11-withdrawn", "已於以下時間撤回");

        await visitor.GoAsync(new Uri(sandbox.Ports.HubAddress, "connect/logout"));
        await visitor.SeeAsync("12-sign-out", "確定登出");
        await visitor.PressAsync("main form button");
        await visitor.SeeAsync("13-signed-out");

        // Whom it was handed to has its time now, and the operator sees it.
        await using var officer = await chromium.VisitAsync("portal-operator");
        await officer.SignInAsync(sandbox, "operator");
        await officer.GoAsync(new Uri(sandbox.Ports.HubAddress, "console/deliveries"));
        await officer.SeeAsync("1-deliveries", "法定辦理期限");
        await officer.Page.Locator("td", new() { HasText = "gd-hrss" }).First.WaitForAsync();
    }
}
