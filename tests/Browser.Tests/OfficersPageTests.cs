using CrossBorder.Testing;

namespace CrossBorder.Browser.Tests;

/// <summary>A security officer invites somebody at the console and keeps somebody out; an auditor sees both and can do neither.</summary>
public sealed class OfficersPageTests(Chromium chromium)
{
    [Fact]
    public async Task An_officer_is_invited_and_another_kept_out_by_one_who_types_the_name()
    {
        await using var visitor = await chromium.VisitAsync("officers-page");
        await using var auditor = await chromium.VisitAsync("officers-page-auditor");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();
        await visitor.SignInAsync(sandbox, "officer-a");

        await visitor.PressAsync(".menu a[href='/console/officers']");
        await SeeAllAsync(visitor, "1-officers", "這是您的帳戶", "邀請人員");
        await visitor.Page.FillAsync("#invited", "chan");
        await visitor.Page.SelectOptionAsync("#role", "Operator");
        await visitor.StepAsync(sandbox, "officer-a", "invite");
        await SeeAllAsync(visitor, "2-invited", "chan 的邀請碼", "未使用的邀請");
        Assert.NotEmpty(await visitor.Page.InnerTextAsync("#invitation-code"));

        await visitor.PressAsync(".menu a[href='/console/officers']");
        await SeeAllAsync(visitor, "3-before-keeping-out", "停用：operator 即時被登出");
        await visitor.Page.FillAsync("#typed-operator", "operator");
        await visitor.Page.FillAsync("#code-operator", await OfficerVisits.NextCodeAsync(sandbox, "officer-a"));
        await visitor.PressAsync(".officer:has(h2:text-is('operator')) button[value=disable]");
        await SeeAllAsync(visitor, "4-kept-out", "啟用：operator 可憑停用前的密碼");

        await auditor.SignInAsync(sandbox, "auditor");
        await auditor.PressAsync(".menu a[href='/console/officers']");
        await SeeAllAsync(auditor, "1-looks", "chan");
        Assert.Equal(0, await auditor.Page.Locator("main button").CountAsync());
    }

    private static async Task SeeAllAsync(Visitor visitor, string name, params string[] texts)
    {
        // What is folded away is looked at too.
        await visitor.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        await visitor.SeeAsync(name, texts);
    }
}
