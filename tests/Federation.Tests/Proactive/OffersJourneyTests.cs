using System.Text.RegularExpressions;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;

namespace CrossBorder.Federation.Tests.Proactive;

/// <summary>The whole way of residents whom the hub looks for, at the real hub and its registry.</summary>
public sealed partial class OffersJourneyTests(DepartmentsRunning sandbox) : IClassFixture<DepartmentsRunning>
{
    private const int MostPages = 10;
    private const string Fetched = "取得了為您找到的服務及理由。";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_resident_turns_it_on_signs_what_was_found_and_turns_it_off()
    {
        using var browser = new ResidentBrowser();
        var off = await ReachAsync(browser, "/offers", "r1");
        Assert.Empty(off.Forms);
        Assert.DoesNotContain("為您找到", (await browser.GoAsync(At("/cases"), Stop)).Text, StringComparison.Ordinal);

        var on = await AgreeAsync(browser, "?licences=social-security-card&licences=mainland-driving-licence");
        Assert.Equal("/offers", on.Address.AbsolutePath);
        Assert.Contains("電子社會保障卡簽發", on.Text, StringComparison.Ordinal);
        Assert.Contains("您持有「社會保障卡」", on.Text, StringComparison.Ordinal);
        Assert.Contains("將於 90 日內到期", on.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("殘疾", Offers(on), StringComparison.Ordinal);
        Assert.Contains("為您找到 3 項", (await browser.GoAsync(At("/cases"), Stop)).Text, StringComparison.Ordinal);

        // The licences of the form itself are asked for by a consent of their own.
        var form = await ReachAsync(browser, "/apply/gd-si-011", "r1");
        var filed = await browser.SubmitAsync(Assert.Single(form.Forms), cancellationToken: Stop);
        Assert.StartsWith("/cases/CB-", filed.Address.AbsolutePath, StringComparison.Ordinal);

        var after = await browser.GoAsync(At("/offers"), Stop);
        Assert.DoesNotContain("/apply/gd-si-011\"", after.Html, StringComparison.Ordinal);
        var dismissed = await browser.SubmitAsync(after.Forms[0], cancellationToken: Stop);
        Assert.Equal(Count(after) - 1, Count(dismissed));
        Assert.Contains("為尋找您可能合資格的服務，查閱了您在廣東省的電子證照。", (await browser.GoAsync(At("/consents"), Stop)).Text, StringComparison.Ordinal);

        var gone = await browser.SubmitAsync(dismissed.Forms[^1], cancellationToken: Stop);
        Assert.Empty(gone.Forms);
        Assert.Equal(0, Count(gone));
    }

    [Fact]
    public async Task Whose_age_entitles_them_is_led_to_a_stronger_sign_in_and_the_filled_in_form()
    {
        using var browser = new ResidentBrowser();
        await ReachAsync(browser, "/offers", "r4");

        var on = await AgreeAsync(browser, "?licences=residence-permit");
        Assert.Contains("您已年滿 60 歲", on.Text, StringComparison.Ordinal);
        Assert.Contains("「港澳居民居住證」所載：广州市越秀区示例巷4号", on.Text, StringComparison.Ordinal);

        var form = await ReachAsync(browser, "/apply/gd-el-002", "r4");
        Assert.Contains("吳美玲", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_gets_offers_where_the_resident_lets_it_and_the_resident_sees_that_it_did()
    {
        using var browser = new ResidentBrowser();
        await ReachAsync(browser, "/offers", "r4");
        using var app = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var appBrowser = SandboxFixture.NewBrowser();
        var token = (await app.RedeemAsync((await app.SignInAsync(appBrowser, "r4")).Code)).AccessToken;

        Assert.False((await app.GetAsync("api/offers", token)).Json.GetProperty("enabled").GetBoolean());
        await AgreeAsync(browser, "?licences=residence-permit");
        Assert.False((await app.GetAsync("api/offers", token)).Json.GetProperty("enabled").GetBoolean());
        Assert.DoesNotContain(Fetched, (await browser.GoAsync(At("/consents"), Stop)).Text, StringComparison.Ordinal);

        await AgreeAsync(browser, "?licences=residence-permit&apps=yes");
        var offer = Assert.Single((await app.GetAsync("api/offers?lang=en", token)).Json.GetProperty("offers").EnumerateArray());
        Assert.Equal("gd-el-002", offer.GetProperty("item").GetString());
        Assert.Equal(["birthdate", "elicence:residence-permit.address"], offer.GetProperty("uses").EnumerateArray().Select(use => use.GetString()));
        Assert.DoesNotContain("1958", offer.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(Fetched, (await browser.GoAsync(At("/consents"), Stop)).Text, StringComparison.Ordinal);

        Assert.Equal(204, (await app.GetAsync($"api/offers/{offer.GetProperty("id").GetString()}/dismiss", token, HttpMethod.Post)).Status);
        Assert.Empty((await app.GetAsync("api/offers", token)).Json.GetProperty("offers").EnumerateArray());
        Assert.Equal("CB5185", (await app.GetAsync("api/offers/none/dismiss", token, HttpMethod.Post)).Json.GetProperty("code").GetString());
        Assert.Equal(401, (await app.GetAsync("api/offers", null)).Status);
    }

    private async Task<Page> AgreeAsync(ResidentBrowser browser, string chosen)
    {
        var notice = await browser.GoAsync(At("/offers/agree" + chosen), Stop);
        return await browser.SubmitAsync(Assert.Single(notice.Forms), new Dictionary<string, string> { ["decision"] = "agree" }, cancellationToken: Stop);
    }

    private static int Count(Page page) => Links().Count(page.Html);

    /// <summary>The offers without the choice of sources, which names every licence.</summary>
    private static string Offers(Page page) => page.Text[..page.Text.IndexOf("更改可查閱的資料", StringComparison.Ordinal)];

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

    private Uri At(string path) => new(sandbox.Ports.HubAddress, path);

    [GeneratedRegex("class=\"button\" href=\"/apply/")]
    private static partial Regex Links();
}
