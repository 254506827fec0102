using System.Text.RegularExpressions;
using CrossBorder.Testing;
using CrossBorder.Testing.Mail;

namespace CrossBorder.Browser.Tests;

/// <summary>What a resident is spared, commits to and hands in later, and how they hear of it.</summary>
public sealed partial class NothingTwiceTests(Chromium chromium)
{
    private static readonly byte[] Pdf = "%PDF-1.7"u8.ToArray();

    [Fact]
    public async Task A_resident_lets_licences_be_looked_up_commits_hands_in_later_and_gets_mail()
    {
        await using var mail = SmtpSink.Start();
        await using var visitor = await chromium.VisitAsync("nothing-twice");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync(hubSettings: new Dictionary<string, string>
        {
            ["ResidentNotices:Email:Server"] = "127.0.0.1",
            ["ResidentNotices:Email:Port"] = mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["ResidentNotices:Email:Tls"] = "false",
            ["ResidentNotices:Email:Sender"] = "hub@hub.test",
        });

        await visitor.GoAsync(new Uri(sandbox.Ports.HubAddress, "items/gd-ta-007"));
        await visitor.SeeAsync("1-item", "我們為您省卻的");
        await visitor.PressAsync("a[href='/apply/gd-ta-007']");
        await visitor.PressAsync("button[value=r1]");
        await visitor.PressAsync("button[value=confirm]");
        await visitor.PressAsync("button[value=agree]");
        await visitor.SeeAsync("2-licences", "要代您查閱電子證照嗎");
        await visitor.PressAsync("button[value=decline]");
        await visitor.SeeAsync("3-declined", "您沒有同意查閱電子證照");
        await visitor.PressAsync("a[href='/apply/gd-ta-007/licences']");
        await visitor.PressAsync("button[value=agree]");
        await visitor.SeeAsync("4-form", "本人承諾：所填報的銀行賬戶", "電子證照");

        foreach (var field in await visitor.Page.Locator("main input[type=text]").AllAsync())
            await field.FillAsync("1200");
        foreach (var choice in await visitor.Page.Locator("main fieldset:has(input[type=radio])").AllAsync())
            await choice.Locator("input[type=radio]").First.CheckAsync();
        foreach (var day in await visitor.Page.Locator("main input[type=date]").AllAsync())
            await day.FillAsync("2026-01-01");
        await visitor.Page.CheckAsync("input[name=commit]");
        await visitor.Page.CheckAsync("input[name=defer]");
        await visitor.PressAsync("main form button[type=submit]");
        await visitor.SeeAsync("5-filed", "我們已收到您的申請", "補交文件");

        await visitor.PressAsync("main a[href$='/materials']");
        await visitor.SeeAsync("6-hand-in", "或之前補交");
        await visitor.PressAsync("main form button");
        await visitor.SeeAsync("7-nothing-chosen", "文件未能送交");
        await visitor.Page.SetInputFilesAsync("main input[type=file]", new Microsoft.Playwright.FilePayload { Name = "lease.pdf", MimeType = "application/pdf", Buffer = Pdf });
        await visitor.PressAsync("main form button");
        await visitor.SeeAsync("8-handed-in", "您補交了");

        await visitor.PressAsync("footer a[href='/notifications']");
        await visitor.SeeAsync("9-notices", "開啟電郵通知");
        await visitor.Page.FillAsync("#address", "taiman@example.test");
        await visitor.PressAsync("form[action$='Ask'] button");
        await visitor.SeeAsync("10-code", "驗證碼已寄往");
        await visitor.Page.FillAsync("#code", "abcdef");
        await visitor.PressAsync("form[action$='Confirm'] button");
        await visitor.SeeAsync("11-wrong-code", "驗證碼不正確或已過期");
        await visitor.Page.FillAsync("#code", CodeOf(mail));
        await visitor.PressAsync("form[action$='Confirm'] button");
        await visitor.SeeAsync("12-on", "taiman@example.test", "已開啟");

        await visitor.PressAsync("footer a[href='/consents']");
        await visitor.SeeAsync("13-seen", "查閱了您在廣東省的電子證照");

        await using var officer = await chromium.VisitAsync("nothing-twice-operator");
        await officer.SignInAsync(sandbox, "operator");
        await officer.PressAsync(".menu a[href='/console/shares']");
        await officer.SeeAsync("1-shares", "77.1");
    }

    private static string CodeOf(SmtpSink mail)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(mail.Messages).Text));
        using var letter = MimeKit.MimeMessage.Load(stream);
        return Six().Match(letter.TextBody!).Value;
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Six();
}
