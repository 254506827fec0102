using CrossBorder.Testing;
using Microsoft.Playwright;

namespace CrossBorder.Browser.Tests;

/// <summary>A developer registers an application by form, two officers read and approve it, and its page says how it does.</summary>
public sealed class RelyingPartyTests(Chromium chromium)
{
    [Fact]
    public async Task An_application_is_registered_by_form_approved_by_two_and_followed()
    {
        await using var first = await chromium.VisitAsync("rp-first");
        await using var second = await chromium.VisitAsync("rp-second");
        await using var developer = await chromium.VisitAsync("rp-developer");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();
        await SpeakAsync(second, sandbox, "en");
        await SpeakAsync(developer, sandbox, "zh-Hans");

        await first.SignInAsync(sandbox, "officer-a");
        await first.PressAsync(".menu a[href='/console/relying-parties']");
        await first.SeeAsync("1-empty", "沒有等候審批的登記", "yueshengshi");
        await first.Page.FillAsync("#holder", "海港圖書館 陳小姐");
        await first.StepAsync(sandbox, "officer-a", "issue");
        await first.SeeAsync("2-token", "只在此顯示一次", "iat_");
        var token = (await first.Page.InnerTextAsync("#token")).Trim();

        await developer.GoAsync(new Uri(sandbox.Ports.HubAddress, "developers"));
        await developer.SeeAsync("1-form", "开发者登记", "回调地址");
        await developer.Page.FillAsync("#token", token);
        await developer.Page.FillAsync("#redirecturis", "http://library.example.test/callback");
        await developer.Page.CheckAsync("input[value=identity]");
        await developer.PressAsync("main > form button");
        await developer.SeeAsync("2-faults", "登记资料有误", "redirect_uris[0] is not https");
        foreach (var (field, value) in new[]
        {
            ("token", token), ("namehant", "海港圖書館"), ("namehans", "海港图书馆"), ("nameen", "Harbour Library"), ("purposehant", "確認您是讀者"),
            ("purposehans", "核实您是读者"), ("purposeen", "To know that you are a reader"), ("contact", "privacy@library.example.test"),
            ("redirecturis", "https://library.example.test/callback"), ("postlogoutredirecturis", "https://library.example.test/bye"),
        })
            await developer.Page.FillAsync("#" + field, value);
        await developer.PressAsync("main > form button");
        await developer.SeeAsync("3-secrets", "仅显示一次", "registration_access_token", "openid-client");
        await developer.PressAsync("main a.tap");
        await developer.SeeAsync("4-waits", "等待安全主管审阅");

        await first.PressAsync(".menu a[href='/console/relying-parties']");
        await first.PressAsync("h3 a");
        await first.SeeAsync("3-look", "library.example.test", "審閱時留意", "批准（第一位）");
        await first.StepAsync(sandbox, "officer-a", "approve");
        await first.SeeAsync("4-own", "須由另一位保安主任作最後批准");
        await second.SignInAsync(sandbox, "officer-b");
        await second.PressAsync(".menu a[href='/console/relying-parties']");
        await second.PressAsync("h3 a");
        await second.SeeAsync("1-second", "Approve: it counts from now on", "What to look at");
        await second.StepAsync(sandbox, "officer-b", "approve");
        await second.SeeAsync("2-in-force", "In force", "Suspend");

        await Waiting.UntilAsync(async () =>
        {
            await developer.Page.ReloadAsync();
            return await developer.Page.Locator("a[href$='/conformance']").CountAsync() > 0;
        }, "the registration is in force", TestContext.Current.CancellationToken);
        await developer.SeeAsync("5-in-force", "生效中");
        await Waiting.UntilAsync(async () =>
        {
            await developer.PressAsync("a[href$='/conformance']");
            return developer.Page.Url.EndsWith("/conformance", StringComparison.Ordinal);
        }, "the hub has taken it over", TestContext.Current.CancellationToken);
        await developer.SeeAsync("6-conformance", "未见", "RFC 7636");
        await second.PressAsync("a[href$='/conformance']");
        await second.SeeAsync("3-conformance", "Not seen yet", "Download as evidence");
    }

    private static Task SpeakAsync(Visitor visitor, SandboxFixture sandbox, string language) => visitor.Page.Context.AddCookiesAsync(
        [new Cookie { Name = "hub.language", Value = language, Url = sandbox.Ports.HubAddress.AbsoluteUri }]);
}
