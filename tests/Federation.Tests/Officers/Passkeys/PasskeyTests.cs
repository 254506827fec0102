using System.Net;
using CrossBorder.Federation.Officers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Officers.Passkeys;

/// <summary>Passkeys of officers from the first to the last.</summary>
public sealed class PasskeyTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_passkey_is_added_signs_its_officer_in_elsewhere_and_both_stand_in_the_log()
    {
        using var browser = await desk.EnterAsync("Operator");
        using var passkey = new SoftPasskey();
        using var elsewhere = desk.Visit();

        Assert.Equal(HttpStatusCode.Found, (await browser.AddAsync(desk, "operator", passkey)).Status);
        var (page, location) = await elsewhere.SignInAsync(passkey);

        Assert.Equal(HttpStatusCode.Found, page.Status);
        Assert.Equal("/console", location!.OriginalString);
        Assert.Contains("operator", (await elsewhere.GoAsync("/console")).Page.Text, StringComparison.Ordinal);
        Assert.Contains("office laptop", (await elsewhere.GoAsync("/console/passkeys")).Page.Text, StringComparison.Ordinal);
        var log = await desk.AuditAsync();
        Assert.Contains(log, entry => entry.Kind == "officer.passkey-added");
        Assert.Contains(log, entry => entry.Kind == "officer.signed-in" && entry.Details.Contains("\"by\":\"passkey\"", StringComparison.Ordinal));
        Assert.DoesNotContain(log, entry => entry.Details.Contains(WebEncoders.Base64UrlEncode(passkey.Id), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_step_takes_a_passkey_in_place_of_a_code_once_and_a_removed_passkey_opens_nothing()
    {
        using var browser = await desk.EnterAsync("Reviewer");
        using var first = new SoftPasskey();
        using var second = new SoftPasskey();
        await browser.AddAsync(desk, "reviewer", first, "first");
        await browser.AddAsync(desk, "reviewer", second, "second");
        var (page, _) = await browser.GoAsync("/console/passkeys");
        var proof = PasskeyPages.Proof(page, second);

        var removed = await RemoveAsync(browser, page, first, proof);
        var again = await RemoveAsync(browser, page, second, proof);

        Assert.Equal(HttpStatusCode.Found, removed.Status);
        Assert.Contains("CB6064", again.Text, StringComparison.Ordinal);
        using var elsewhere = desk.Visit();
        Assert.Contains("CB6064", (await elsewhere.SignInAsync(first)).Page.Text, StringComparison.Ordinal);
        Assert.Contains(await desk.AuditAsync(), entry => entry.Kind == "officer.passkey-removed");
    }

    [Fact]
    public async Task Adding_and_removing_take_a_fresh_code()
    {
        using var browser = await desk.EnterAsync("Auditor");
        using var passkey = new SoftPasskey();
        await browser.AddAsync(desk, "auditor", passkey);
        var (page, _) = await browser.GoAsync("/console/passkeys");

        var removed = await RemoveAsync(browser, page, passkey, "000000");

        Assert.Contains("CB6056", removed.Text, StringComparison.Ordinal);
        using var other = new SoftPasskey();
        var form = page.Forms.Single(form => form.Fields.ContainsKey("ticket"));
        var added = await browser.PostAsync("/console/passkeys", new(form.Fields, StringComparer.Ordinal)
        {
            ["step"] = "add", ["name"] = "another", ["passkey"] = other.Create(PasskeyPages.Options(page)), ["code"] = "000000",
        });
        Assert.Contains("CB6056", added.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_way_in_is_not_removed()
    {
        using var browser = await desk.EnterAsync("SecurityOfficer");
        using var passkey = new SoftPasskey();
        await browser.AddAsync(desk, "securityofficer", passkey);
        await desk.UseAsync(context => context.Set<Officer>().Where(row => row.UserName == "securityofficer")
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.PasswordHash, (string?)null), Stop));
        var (page, _) = await browser.GoAsync("/console/passkeys");

        var refused = await RemoveAsync(browser, page, passkey, PasskeyPages.Proof(page, passkey));

        Assert.Contains("CB6065", refused.Text, StringComparison.Ordinal);
        using var elsewhere = desk.Visit();
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.SignInAsync(passkey)).Page.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("taken")]
    public async Task A_passkey_has_a_name_that_tells_it_apart(string name)
    {
        using var browser = desk.Visit();
        await browser.SignInAsync("second", OfficerDesk.Password, await desk.FreshCodeAsync("second"));
        using var first = new SoftPasskey();
        using var second = new SoftPasskey();
        await browser.AddAsync(desk, "second", first, "taken");

        Assert.Contains("CB6066", (await browser.AddAsync(desk, "second", second, name)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_console_runs_the_hubs_own_script_alone_and_no_other_page_runs_any()
    {
        using var http = new HttpClient { BaseAddress = desk.Visit().Hub };

        using var console = await http.GetAsync(new Uri("/console/sign-in", UriKind.Relative), Stop);
        using var portal = await http.GetAsync(new Uri("/", UriKind.Relative), Stop);
        var page = await console.Content.ReadAsStringAsync(Stop);

        Assert.Contains("script-src 'self'", console.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", portal.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var script = Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, "<script[^>]*>(.*?)</script>"));
        Assert.Equal("", script.Groups[1].Value);
    }

    private static async Task<CrossBorder.Sandbox.Browsing.Page> RemoveAsync(
        OfficerBrowser browser, CrossBorder.Sandbox.Browsing.Page page, SoftPasskey passkey, string proof)
    {
        var id = WebEncoders.Base64UrlEncode(passkey.Id);
        var form = page.Forms.Single(form => form.Fields.TryGetValue("id", out var value) && value == id);
        return (await browser.PostAsync("/console/passkeys", new(form.Fields, StringComparer.Ordinal) { ["step"] = "remove", ["code"] = proof })).Page;
    }
}
