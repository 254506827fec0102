using CrossBorder.Testing;

namespace CrossBorder.Browser.Tests;

/// <summary>The main job as a resident meets it: from the relying party's first page to the department's receipt.</summary>
public sealed class SignInAndApplyTests(Chromium chromium)
{
    [Fact]
    public async Task A_resident_signs_in_from_home_and_has_an_application_accepted()
    {
        await using var visitor = await chromium.VisitAsync("sign-in-and-apply");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();

        await visitor.GoAsync(sandbox.Ports.RelyingPartyAddress);
        await visitor.SeeAsync("1-relying-party");

        await visitor.PressAsync("#sign-in");
        await visitor.SeeAsync("2-home", "陳大文");

        await visitor.PressAsync("button[value=r1]");
        await visitor.SeeAsync("3-link", "這是您的內地帳戶嗎");

        await visitor.PressAsync("button[value=confirm]");
        await visitor.SeeAsync("4-consent", "同意並繼續");

        await visitor.PressAsync("button[value=agree]");
        await visitor.SeeAsync("5-claims", "陳大文", "1990-01-01", "H12345678");

        await visitor.PressAsync("form[action='/apply'] button");
        await visitor.Page.Locator("#status[data-status=accepted]").WaitForAsync();
        await visitor.SeeAsync("6-case", "部門已簽署的回執");
    }
}
