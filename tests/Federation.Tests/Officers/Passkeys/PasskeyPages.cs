using System.Net;
using System.Text.RegularExpressions;
using CrossBorder.Sandbox.Browsing;

namespace CrossBorder.Federation.Tests.Officers.Passkeys;

/// <summary>What the console's script does with the pages, done here.</summary>
internal static partial class PasskeyPages
{
    /// <summary>Adds a passkey to the officer who is signed in.</summary>
    public static async Task<Page> AddAsync(this OfficerBrowser browser, OfficerDesk desk, string officer, SoftPasskey passkey, string name = "office laptop")
    {
        var (page, _) = await browser.GoAsync("/console/passkeys");
        var form = page.Forms.Single(form => form.Fields.ContainsKey("ticket"));
        return (await browser.PostAsync("/console/passkeys", new(form.Fields, StringComparer.Ordinal)
        {
            ["step"] = "add", ["name"] = name, ["passkey"] = passkey.Create(Options(page)), ["code"] = await desk.FreshCodeAsync(officer),
        })).Page;
    }

    public static async Task<(Page Page, Uri? Location)> SignInAsync(this OfficerBrowser browser, SoftPasskey passkey)
    {
        var (page, _) = await browser.GoAsync("/console/sign-in");
        return await browser.SubmitAsync(page, ("passkey", passkey.Get(Options(page))));
    }

    /// <summary>What stands in the field of a code instead, for a step on this page.</summary>
    public static string Proof(Page page, SoftPasskey passkey)
    {
        var match = StepUp().Match(page.Html);
        return $"passkey:{match.Groups["ticket"].Value}:{passkey.Get(WebUtility.HtmlDecode(match.Groups["options"].Value))}";
    }

    public static bool Asks(Page page) => StepUp().IsMatch(page.Html);

    public static string Options(Page page) => WebUtility.HtmlDecode(Question().Match(page.Html).Groups["options"].Value);

    [GeneratedRegex("data-passkey=\"[a-z]+\" data-options=\"(?<options>[^\"]*)\"")]
    private static partial Regex Question();

    [GeneratedRegex("id=\"passkey-step-up\" hidden data-options=\"(?<options>[^\"]*)\" data-ticket=\"(?<ticket>[^\"]*)\"")]
    private static partial Regex StepUp();
}
