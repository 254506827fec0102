using CrossBorder.Testing;
using Microsoft.Playwright;

namespace CrossBorder.Browser.Tests;

/// <summary>Passkeys with the browser's own virtual authenticator: add, sign out, sign in, approve a change of trust, remove.</summary>
public sealed class PasskeyTests(Chromium chromium)
{
    [Fact]
    public async Task An_officer_adds_a_passkey_signs_in_with_it_approves_with_it_and_removes_it()
    {
        await using var officer = await chromium.VisitAsync("passkeys");
        await using var colleague = await chromium.VisitAsync("passkeys-colleague");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();
        await PlugInAsync(officer.Page);
        await colleague.SignInAsync(sandbox, "officer-a");
        await ProposeAsync(colleague);

        await officer.SignInAsync(sandbox, "officer-b");
        await officer.PressAsync(".menu a[href='/console/passkeys']");
        await officer.SeeAsync("1-none", "您尚未設定通行密鑰");
        await officer.Page.FillAsync("#name", "辦公室電腦");
        await officer.Page.FillAsync("#code", await OfficerVisits.NextCodeAsync(sandbox, "officer-b"));
        await officer.PressAsync("button[data-passkey=create]");
        await officer.SeeAsync("2-added", "通行密鑰已加入", "辦公室電腦");

        await officer.PressAsync(".menu a[href='/console/sign-out']");
        await officer.PressAsync("main form button");
        await officer.SeeAsync("3-sign-in", "以通行密鑰登入", "或使用密碼和驗證碼");
        await officer.PressAsync("button[data-passkey=get]");
        await officer.SeeAsync("4-signed-in", "保安主任");

        await officer.PressAsync(".menu a[href='/console/changes']");
        await officer.PressAsync("main section.card h3 a");
        await officer.Page.GetByText("改用通行密鑰確認").First.ClickAsync();
        await officer.SeeAsync("5-confirmed", "通行密鑰已確認");
        await officer.PressAsync("button[value=approve]");
        await officer.SeeAsync("6-approved", "生效");

        await officer.PressAsync(".menu a[href='/console/passkeys']");
        await officer.Page.Locator(".passkey").GetByText("改用通行密鑰確認").ClickAsync();
        await officer.SeeAsync("7-remove", "亦不能復原", "通行密鑰已確認");
        await officer.PressAsync("button[value=remove]");
        await officer.SeeAsync("8-removed", "通行密鑰已移除", "您尚未設定通行密鑰");

        await officer.PressAsync(".menu a[href='/console/sign-out']");
        await officer.PressAsync("main form button");
        await officer.PressAsync("button[data-passkey=get]");
        await officer.SeeAsync("9-refused", "CB6064");
    }

    [Theory]
    [InlineData("zh-Hans", "通行密钥让您用指纹")]
    [InlineData("en", "A passkey lets you sign in")]
    public async Task The_page_speaks_the_officers_language(string language, string text)
    {
        await using var officer = await chromium.VisitAsync("passkeys-" + language);
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();
        await officer.SignInAsync(sandbox, "auditor");

        await officer.GoAsync(new Uri(sandbox.Ports.HubAddress, "console/passkeys?lang=" + language));

        await officer.SeeAsync("page", text);
    }

    private static async Task PlugInAsync(IPage page)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true,
                ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task ProposeAsync(Visitor officer)
    {
        await officer.PressAsync(".menu a[href='/console/changes']");
        await officer.PressAsync("a.button[href='/console/changes/new']");
        await officer.Page.FillAsync("#certificate", TrustChangeTests.Authority());
        await officer.Page.FillAsync("#name", "Fictional Root");
        await officer.Page.FillAsync("#jurisdiction", "HK");
        await officer.Page.CheckAsync("input[value=AssertionSigning]");
        await officer.Page.FillAsync("#reason", "機構於五月更換根證書，已以書面核對指紋。");
        await officer.PressAsync("button[value=look]");
        await officer.PressAsync("button[value=do]");
    }
}
