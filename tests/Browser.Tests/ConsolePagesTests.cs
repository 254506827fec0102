using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.Playwright;

namespace CrossBorder.Browser.Tests;

/// <summary>The pages by which officers watch, after some use and a list that does not come; and a key rotated by two.</summary>
public sealed class ConsolePagesTests(Chromium chromium)
{
    private static readonly Dictionary<string, string> WithADeadList = new(StringComparer.Ordinal)
    {
        ["Trust:RevocationLists:90:Name"] = "unreachable",
        ["Trust:RevocationLists:90:Address"] = "http://127.0.0.1:9/none.crl",
    };

    [Fact]
    public async Task Home_alerts_revocation_and_keys_are_read_in_two_languages_and_two_officers_rotate_a_key()
    {
        await using var first = await chromium.VisitAsync("console-pages");
        await using var second = await chromium.VisitAsync("console-pages-second");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync(hubSettings: WithADeadList);
        string? reported = null;
        foreach (var resident in new[] { "r1", "r2", "r5" })
        {
            using var client = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
            using var browser = SandboxFixture.NewBrowser();
            if ((await client.SignInAsync(browser, resident)).Code is { } code)
                reported ??= TokenAnswer.Payload((await client.RedeemAsync(code)).IdToken).GetProperty("sub").GetString();
        }

        await first.SignInAsync(sandbox, "officer-a");
        await second.SignInAsync(sandbox, "officer-b");
        await second.Page.Context.AddCookiesAsync([new Cookie { Name = "hub.language", Value = "en", Url = sandbox.Ports.HubAddress.AbsoluteUri }]);

        await SeeAsync(first, sandbox, "", "1-home", "現在要處理的事");
        await SeeAsync(second, sandbox, "", "1-home", "What needs an officer now");
        await SeeAsync(first, sandbox, "/revocation", "2-revocation", "unreachable");
        await first.PressAsync("form:has(input[value=unreachable]) button");
        await first.SeeAsync("3-not-fetched", "CB4009");
        await SeeAsync(second, sandbox, "/revocation", "2-revocation", "Responder (OCSP)");
        await second.PressAsync("form:has(input[value=hk-responder]) button");
        await second.SeeAsync("3-asked", "“hk-responder” was fetched.");
        await SeeAsync(first, sandbox, "/alerts", "4-alerts", "警示");
        await SeeAsync(second, sandbox, "/alerts", "4-alerts", "Alerts");

        foreach (var (officer, found) in new[] { (first, "有效的登入：1"), (second, "Open sign-ins: 1") })
        {
            await officer.GoAsync(new Uri(sandbox.Ports.HubAddress, "console/sessions"));
            await officer.Page.FillAsync("#client", "yueshangtong");
            await officer.Page.FillAsync("#subject", reported!);
            await officer.Page.SelectOptionAsync("#reason", "AbuseReported");
            await officer.PressAsync("form[action*='handler=look'] button");
            await officer.SeeAsync("4-sign-ins", found);
        }

        await first.PressAsync("form:has(input[name=id]) button.danger");
        await first.SeeAsync("4-sign-ins-ended", "已結束 1 次登入。", "有效的登入：0");
        await SeeAsync(first, sandbox, "/keys", "5-keys", "ES256");
        var form = first.Page.Locator("form:has(button[value=rotate]):has(input[name=about][value=ES256])");
        await form.Locator("[name=reason]").FillAsync("每年一次的演練，由兩位主任輪換密鑰。");
        await form.Locator("button").ClickAsync();
        await first.Page.GetByText("每年一次的演練").First.WaitForAsync();
        await SeeAsync(first, sandbox, "/keys", "6-proposed", "每年一次的演練");

        await SeeAsync(second, sandbox, "/keys", "5-keys", "每年一次的演練");
        await second.Page.FillAsync("form:has(button[value=approve]) input[name=code]", await OfficerVisits.NextCodeAsync(sandbox, "officer-b"));
        await second.PressAsync("button[value=approve]");
        await Waiting.UntilAsync(async () =>
        {
            await second.GoAsync(new Uri(sandbox.Ports.HubAddress, "console/keys"));
            return await second.Page.GetByText("Announced: not signing yet").CountAsync() > 0;
        }, "the hub announces the key", TestContext.Current.CancellationToken);
        await SeeAsync(second, sandbox, "/keys", "6-rotated", "Announced: not signing yet");
    }

    private static async Task SeeAsync(Visitor visitor, SandboxFixture sandbox, string page, string name, string text)
    {
        await visitor.GoAsync(new Uri(sandbox.Ports.HubAddress, "console" + page));
        // What is folded away is looked at too.
        await visitor.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        await visitor.SeeAsync(name, text);
    }
}
