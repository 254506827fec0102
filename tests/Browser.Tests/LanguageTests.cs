using CrossBorder.Testing;

namespace CrossBorder.Browser.Tests;

/// <summary>One choice of language lasts from the relying party over the home provider to the hub and back.</summary>
public sealed class LanguageTests(Chromium chromium)
{
    [Theory]
    [InlineData("en", "Guangdong services with your Hong Kong identity", "Who is signing in?", "Is this your mainland account?",
        "Do you agree to give your data to “Yueshengshi (demonstration)”?", "Hello, CHAN Tai Man", "Your application")]
    [InlineData("zh-Hans", "用香港身份办广东的事", "您是哪一位？", "这是您的内地账户吗？",
        "是否同意向“粤省事（演示）”提供信息？", "您好，陈大文", "您的申请")]
    public async Task Pages_speak_the_language_chosen_at_the_start(string language, params string[] headings)
    {
        await using var visitor = await chromium.VisitAsync("language-" + language);
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();
        string[] steps =
        [
            $"nav a[lang={language}]", "#sign-in", "button[value=r1]", "button[value=confirm]", "button[value=agree]",
            "form[action='/apply'] button",
        ];

        await visitor.GoAsync(sandbox.Ports.RelyingPartyAddress);
        foreach (var (number, (press, heading)) in steps.Zip(headings).Index())
        {
            await visitor.PressAsync(press);
            // The page of an open case loads itself again and again, in the middle of a look too.
            if (number == steps.Length - 1)
                await visitor.Page.Locator("#status[data-status=accepted]").WaitForAsync();
            await visitor.SeeAsync($"{number + 1}");
            Assert.Equal(heading, visitor.Heading);
            Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
        }
    }

    [Fact]
    public async Task The_language_changes_in_the_middle_of_a_sign_in_and_the_sign_in_goes_on()
    {
        await using var visitor = await chromium.VisitAsync("language-switch");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();

        await visitor.GoAsync(sandbox.Ports.RelyingPartyAddress);
        await visitor.PressAsync("#sign-in");
        await visitor.PressAsync("button[value=r1]");
        await visitor.PressAsync("header a[lang=en]");
        await visitor.SeeAsync("1-link", "Is this your mainland account?");
        await visitor.PressAsync("button[value=confirm]");
        await visitor.PressAsync("header a[lang=zh-Hans]");
        await visitor.SeeAsync("2-consent", "同意并继续");
        await visitor.PressAsync("button[value=agree]");
        await visitor.SeeAsync("3-claims", "CHAN Tai Man");
    }
}
