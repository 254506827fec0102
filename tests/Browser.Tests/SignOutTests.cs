using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;

namespace CrossBorder.Browser.Tests;

/// <summary>What only a browser shows of the protocol: a form that posts itself, a kiosk let in from a phone, and a sign-out that reaches the relying party.</summary>
public sealed class SignOutTests(Chromium chromium)
{
    [Fact]
    public async Task A_resident_lets_a_kiosk_in_and_signs_out_everywhere()
    {
        await using var visitor = await chromium.VisitAsync("sign-out");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();
        await visitor.GoAsync(sandbox.Ports.RelyingPartyAddress);
        await visitor.PressAsync("#sign-in");
        await visitor.PressAsync("button[value=r1]");
        await visitor.PressAsync("button[value=confirm]");
        await visitor.PressAsync("button[value=agree]");

        await PostsItselfAsync(visitor, sandbox);

        using var kiosk = new RelyingPartyClient(sandbox.Ports, "kiosk") { Secret = null };
        var started = await kiosk.AskAsync("connect/device", ("scope", "openid profile"));
        await visitor.GoAsync(new Uri(sandbox.Ports.HubAddress, "device"));
        await visitor.SeeAsync("1-type-the-code", "請輸入自助服務機畫面上的八個字母");
        await visitor.Page.Locator("#user_code").FillAsync("bcdf ghjk");
        await visitor.PressAsync("main form button");
        await visitor.SeeAsync("2-wrong-code", "CB2020");
        await visitor.Page.Locator("#user_code").FillAsync(started["user_code"]!.ToLowerInvariant());
        await visitor.PressAsync("main form button");
        await visitor.SeeAsync("3-compare", started["user_code"]!, "如果代碼是別人傳給您");
        await visitor.PressAsync("button[value=yes]");
        await visitor.SeeAsync("4-consent", "自助服務機（示範）");
        await visitor.PressAsync("button[value=agree]");
        await visitor.PressAsync("button[value=yes]");
        await visitor.SeeAsync("5-done", "請回到自助服務機繼續");
        var tokens = await kiosk.AskAsync("connect/token",
            ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("device_code", started["device_code"]));
        Assert.Equal(200, tokens.Status);

        await visitor.GoAsync(new Uri(sandbox.Ports.HubAddress, "sessions"));
        await visitor.SeeAsync("6-sessions", "Chrome · ", "這部裝置", "、粵省事（示範）");
        foreach (var (language, title) in new[] { ("en", "Where you are signed in"), ("zh-Hans", "我的登录"), ("zh-Hant", "我的登入") })
        {
            await visitor.PressAsync($"header a[lang={language}]");
            await visitor.SeeAsync("6-sessions-" + language, title);
        }

        await visitor.GoAsync(new Uri(sandbox.Ports.HubAddress, "sign-outs"));
        // The hub's own pages are one more service, with a consent of its own.
        await PressWhereAskedAsync(visitor, "button[value=agree]");
        await visitor.PressAsync("a[href='/sign-out']");
        await visitor.PressAsync("form[action='/connect/logout'] button");
        await visitor.Page.GetByText("2 項服務中，1 項已確認登出").WaitForAsync();
        await visitor.SeeAsync("6-signed-out", "這項服務不接收通知，請自行在該服務登出");
        Assert.Equal(401, (await kiosk.UserInfoAsync(tokens.AccessToken)).Status);
        await visitor.GoAsync(sandbox.Ports.RelyingPartyAddress);
        await visitor.Page.Locator("#signed-out-by-hub").WaitForAsync();

        await visitor.GoAsync(new Uri(sandbox.Ports.HubAddress, "sign-outs"));
        // The home provider may still know who this is.
        await PressWhereAskedAsync(visitor, "button[value=r1]");
        await PressWhereAskedAsync(visitor, "button[value=agree]");
        await visitor.SeeAsync("7-sign-outs", "登出紀錄", "2 項服務中，1 項已確認登出");
    }

    private static async Task PressWhereAskedAsync(Visitor visitor, string button)
    {
        if (await visitor.Page.Locator(button).IsVisibleAsync())
            await visitor.PressAsync(button);
    }

    /// <summary>The content security policy lets the one line of script run, and the form may leave the hub.</summary>
    private static async Task PostsItselfAsync(Visitor visitor, SandboxFixture sandbox)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        string? posted = null;
        await visitor.Page.RouteAsync(RelyingPartyClient.Callback, async route =>
        {
            posted = route.Request.PostData;
            await route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html><title>there</title><p id=there>there</p>" });
        });
        await visitor.GoAsync(client.AuthorizeAddress(("response_mode", "form_post"), ("prompt", "none")));
        await visitor.Page.Locator("#there").WaitForAsync();
        Assert.Contains("code=", posted, StringComparison.Ordinal);
    }
}
