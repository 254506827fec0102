using CrossBorder.Testing;

namespace CrossBorder.Browser.Tests;

/// <summary>An old woman lets her nephew act for her, as both see it.</summary>
public sealed class DelegationTests(Chromium chromium)
{
    [Fact]
    public async Task A_code_is_handed_over_used_and_taken_back()
    {
        await using var aunt = await chromium.VisitAsync("delegation");
        await using var nephew = await chromium.VisitAsync("delegation");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();

        await aunt.GoAsync(new Uri(sandbox.Ports.HubAddress, "delegations"));
        await aunt.PressAsync("button[value=r4]");
        await aunt.PressAsync("button[value=confirm]");
        await aunt.PressAsync("button[value=agree]");
        await aunt.SeeAsync("01-none", "您沒有授權任何人。");
        await aunt.PressAsync("a[href='/delegations/new']");
        await aunt.Page.FillAsync("#q", "健康卡");
        await aunt.PressAsync("button[value=find]");
        await aunt.Page.CheckAsync("input[value=gd-hc-001]");
        await aunt.Page.CheckAsync("input[value=yueshengshi]");
        await aunt.SeeAsync("02-choose", "代辦人是我的甚麼人", "居民電子健康卡申領");
        await aunt.PressAsync("button[value=next]");
        await aunt.SeeAsync("03-notice", "是否授權他人代您辦理？", "不能代您簽署");
        await aunt.PressAsync("main form button");
        await aunt.SeeAsync("04-code", "這是您的授權碼", "只顯示一次");
        var code = await aunt.Page.Locator(".usercode").InnerTextAsync();

        await nephew.GoAsync(new Uri(sandbox.Ports.HubAddress, "delegations/accept?code=" + code));
        await nephew.PressAsync("button[value=r1]");
        await nephew.PressAsync("button[value=confirm]");
        await nephew.PressAsync("button[value=agree]");
        await nephew.SeeAsync("05-accept", "請核對是否您認識的人", "吳** NG M. L.");
        await nephew.PressAsync("main form button");
        await nephew.SeeAsync("06-accepted", "您已接受授權。", "有效");

        await nephew.GoAsync(new Uri(sandbox.Ports.HubAddress, "sign-in/for-whom?back=" + Uri.EscapeDataString("/connect/authorize?client_id=yueshengshi")));
        await nephew.SeeAsync("07-for-whom", "您現在為誰辦理？", "為我自己");
        await nephew.GoAsync(new Uri(sandbox.Ports.HubAddress, "delegations"));
        await nephew.PressAsync("form[action$='handler=act'] button");
        await nephew.GoAsync(new Uri(sandbox.Ports.HubAddress, "apply/gd-hc-001"));
        await nephew.SeeAsync("08-acting", "您正在代 吳** NG M. L. 辦理", "返回自己的事務", "這些資料來自 吳** NG M. L. 授權時的登入身份");
        await nephew.PressAsync("main form button[type=submit]");
        await nephew.SeeAsync("09-filed", "代辦人");

        await aunt.GoAsync(new Uri(sandbox.Ports.HubAddress, "cases"));
        await aunt.SeeAsync("10-her-cases", "由 陳** CHAN T. M.（家人）代辦");
        await aunt.GoAsync(new Uri(sandbox.Ports.HubAddress, "delegations"));
        await aunt.PressAsync("button.danger");
        await aunt.SeeAsync("11-ended", "已結束授權。");
        await nephew.GoAsync(new Uri(sandbox.Ports.HubAddress, "cases"));
        await nephew.SeeAsync("12-stopped", "找不到這項授權");

        await WaitForTheReviewerAsync(sandbox, nephew);
    }

    /// <summary>The nephew is a father too, the register shows nothing of it, and an officer compares the two.</summary>
    private async Task WaitForTheReviewerAsync(SandboxFixture sandbox, Visitor father)
    {
        await using var child = await chromium.VisitAsync("delegation");
        await using var reviewer = await chromium.VisitAsync("delegation");

        await child.GoAsync(new Uri(sandbox.Ports.HubAddress, "delegations/check?relation=parent&items=gd-hc-001&days=31"));
        await child.PressAsync("button[value=r7]");
        await child.PressAsync("button[value=agree]");
        await child.PressAsync("main form button");
        var code = await child.Page.Locator(".usercode").InnerTextAsync();
        await father.GoAsync(new Uri(sandbox.Ports.HubAddress, "delegations/accept?code=" + code));
        await father.PressAsync("main form button");
        await reviewer.SignInAsync(sandbox, "reviewer");
        await reviewer.GoAsync(new Uri(sandbox.Ports.HubAddress, "console/mandates"));
        await reviewer.SeeAsync("13-waits", "黃** WONG P. S.", "查看原因");
        await reviewer.PressAsync("form[action$='handler=look'] button");
        await reviewer.SeeAsync("14-compare", "黃佩珊 WONG Pui Shan", "2015-05-20", "陳大文 CHAN Tai Man", "1990-01-01");
    }
}
