using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CrossBorder.Testing;

namespace CrossBorder.Browser.Tests;

/// <summary>A resident reads what they sign, declines on the phone, tries again, and confirms by signing in once more.</summary>
public sealed partial class SigningWalkTests(Chromium chromium)
{
    [Fact]
    public async Task A_resident_declines_on_the_phone_and_confirms_then_by_signing_in_once_more()
    {
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync(iamSmart: true);
        await using var visitor = await chromium.VisitAsync("signing");

        await visitor.GoAsync(new Uri(sandbox.Ports.HubAddress, "apply/gd-el-006"));
        await SignInAsync(visitor);
        await PressOnceThereAsync(visitor, "button[value=confirm]");
        await PressOnceThereAsync(visitor, "button[value=agree]");
        await visitor.Page.FillAsync("[name=field-deceased]", "陳老先生");
        await visitor.Page.FillAsync("[name=field-bank_account]", "6222020000000000001");
        foreach (var box in await visitor.Page.Locator("input[name=commit]").AllAsync())
            await box.CheckAsync();
        await visitor.Page.Locator("input[name=defer]").First.CheckAsync();
        await visitor.PressAsync("main form button[type=submit]");
        await visitor.SeeAsync("1-sign", "簽署後申請才會提交", "陳老先生", "以承諾代替", "我確認以上內容屬實");

        await visitor.PressAsync("form[action$='Phone'] button");
        // It looks again by itself every few seconds: held still to be looked at.
        await visitor.Page.RouteAsync(SignPage(), async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = Refresh().Replace(await answer.TextAsync(), "") });
        });
        await visitor.Page.ReloadAsync();
        await visitor.SeeAsync("2-waiting", "請在手機上簽署", "在這部裝置上開啟");
        await visitor.Page.UnrouteAsync(SignPage());

        var waiting = new Uri(visitor.Page.Url);
        await visitor.GoAsync(new Uri(sandbox.Ports.HubAddress, "cases"));
        await visitor.SeeAsync("2-unfiled-line", "尚未提交：請打開這裏完成簽署及提交");
        await visitor.GoAsync(waiting);

        await FaultAsync(sandbox, "decline");
        await visitor.PressAsync("a.button.large");
        await PressOnceThereAsync(visitor, "button[value=r1]");
        await visitor.Page.Locator("form[action$='Again']").WaitForAsync(new() { Timeout = 120_000 });
        await visitor.SeeAsync("3-declined", "您沒有簽署這項申請", "CB5178", "您填寫的內容已經保留");

        await visitor.PressAsync("form[action$='Again'] button");
        await visitor.PressAsync("form[action$='Prove'] button");
        await SignInAsync(visitor);
        await visitor.Page.Locator("form[action$='Confirm']").WaitForAsync(new() { Timeout = 120_000 });
        await visitor.SeeAsync("4-proved", "身分已確認", "我確認以上聲明並提交申請");
        await visitor.PressAsync("form[action$='Confirm'] button");
        await visitor.SeeAsync("5-filed", "我們已收到您的申請");

        await visitor.GoAsync(new Uri(sandbox.Ports.HubAddress, "sign/returned?state=none"));
        await visitor.SeeAsync("6-returned", "請返回您開始簽署的畫面");
    }

    private static async Task SignInAsync(Visitor visitor)
    {
        // Who signs in once more is not asked again where.
        const string Home = "button[value=hk-iam-smart]";
        await visitor.Page.Locator(Home + ", button[value=r1]").First.WaitForAsync(new() { Timeout = 120_000 });
        if (await visitor.Page.Locator(Home).IsVisibleAsync())
            await visitor.PressAsync(Home);
        await PressOnceThereAsync(visitor, "button[value=r1]");
    }

    // Pages in between look again by themselves: only a page that stays is pressed on.
    private static async Task PressOnceThereAsync(Visitor visitor, string selector)
    {
        await visitor.Page.Locator(selector).WaitForAsync(new() { Timeout = 120_000 });
        await visitor.PressAsync(selector);
    }

    private static async Task FaultAsync(SandboxFixture sandbox, string mode)
    {
        using var http = new HttpClient { BaseAddress = sandbox.Ports.HomeAddress };
        using var answer = await http.PostAsJsonAsync("iamsmart/faults", new { mode, count = 1 }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("/sign/[0-9a-f]{32}$")]
    private static partial Regex SignPage();

    [GeneratedRegex("<meta http-equiv=\"refresh\"[^>]*>")]
    private static partial Regex Refresh();
}
