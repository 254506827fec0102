using System.Net;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;

namespace CrossBorder.Federation.Tests.Portal;

/// <summary>The whole way of a resident at the real hub: from the search, over signing in at home, to a case that a department signed for.</summary>
public sealed class PortalJourneyTests(DepartmentsRunning sandbox) : IClassFixture<DepartmentsRunning>
{
    private const int MostPages = 10;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_resident_finds_signs_in_applies_and_follows_the_case()
    {
        using var browser = new ResidentBrowser();
        var found = await browser.GoAsync(At("/?q=insurance+record&lang=en"), Stop);
        Assert.Contains("You need not sign in to search", found.Text, StringComparison.Ordinal);

        var form = await ReachAsync(browser, "/apply/gd-si-003", "r1");
        Assert.Contains("陳大文", form.Text, StringComparison.Ordinal);
        var filed = await browser.SubmitAsync(
            Assert.Single(form.Forms), new Dictionary<string, string> { ["field-query_period"] = "all", ["field-insured_city"] = "广州" }, cancellationToken: Stop);

        Assert.StartsWith("/cases/CB-", filed.Address.AbsolutePath, StringComparison.Ordinal);
        var accepted = await UntilAsync(browser, filed.Address.AbsolutePath + "?lang=en", "The department signed for it on");
        Assert.Contains("Accepted by the department", accepted.Text, StringComparison.Ordinal);
        var evidence = await browser.GoAsync(At(filed.Address.AbsolutePath + "?handler=Evidence"), Stop);
        Assert.Equal(HttpStatusCode.OK, evidence.Status);
    }

    [Fact]
    public async Task Licences_are_looked_up_once_the_resident_agreed_seen_by_them_and_no_more_once_they_withdrew()
    {
        using var browser = new ResidentBrowser();
        // What this resident agreed to before is taken back.
        var consents = await ReachAsync(browser, "/consents", "r1");
        for (var count = 0; count < MostPages && consents.Forms.Count > 0; count++)
            consents = await browser.SubmitAsync(consents.Forms[0], cancellationToken: Stop);
        var before = Looks(consents);
        var asked = await ReachAsync(browser, "/apply/gd-si-001/licences", "r1");
        var declined = await browser.SubmitAsync(Assert.Single(asked.Forms), new Dictionary<string, string> { ["decision"] = "decline" }, cancellationToken: Stop);
        Assert.Equal("/apply/gd-si-001", declined.Address.AbsolutePath);
        Assert.Contains("field-gd_address", Assert.Single(declined.Forms).Fields.Keys);
        Assert.Equal(before, Looks(await browser.GoAsync(At("/consents"), Stop)));

        var form = await ReachAsync(browser, "/apply/gd-si-001", "r1");
        Assert.DoesNotContain("field-gd_address", Assert.Single(form.Forms).Fields.Keys);
        var seen = await browser.GoAsync(At("/consents"), Stop);
        Assert.Equal(before + 1, Looks(seen));

        await browser.SubmitAsync(seen.Forms[0], cancellationToken: Stop);
        var again = await browser.GoAsync(At("/apply/gd-si-001"), Stop);
        Assert.Equal("/apply/gd-si-001/licences", again.Address.AbsolutePath);
    }

    [Fact]
    public async Task Who_signed_in_too_weakly_is_led_to_a_stronger_sign_in_and_back_to_the_form()
    {
        using var browser = new ResidentBrowser();
        await ReachAsync(browser, "/cases", "r4");

        var form = await ReachAsync(browser, "/apply/gd-si-003", "r4");

        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.Contains("吳美玲", form.Text, StringComparison.Ordinal);
    }

    private static int Looks(Page consents) => WebUtility.HtmlDecode(consents.Text).Split("為您的申請查閱了您在廣東省的電子證照").Length - 1;

    /// <summary>Goes to a page of the portal and answers whatever stands on the way to it.</summary>
    private async Task<Page> ReachAsync(ResidentBrowser browser, string path, string resident)
    {
        var page = await browser.GoAsync(At(path), Stop);
        for (var pages = 0; page.Address.AbsolutePath != path; pages++)
        {
            Assert.True(pages < MostPages && page.Forms.Count > 0, $"The way to {path} ended at {page.Address.AbsolutePath}: {page.Text}");
            page = await browser.SubmitAsync(page.Forms[0], new Dictionary<string, string> { ["resident"] = resident }, cancellationToken: Stop);
        }

        return page;
    }

    private Task<Page> UntilAsync(ResidentBrowser browser, string path, string text) =>
        Waiting.UntilAsync(() => browser.GoAsync(At(path), Stop), page => page.Text.Contains(text, StringComparison.Ordinal), $"{path} shows '{text}'", Stop);

    private Uri At(string path) => new(sandbox.Ports.HubAddress, path);
}
