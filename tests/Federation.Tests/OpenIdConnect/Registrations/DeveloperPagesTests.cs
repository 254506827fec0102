using System.Net;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Registrations;

/// <summary>A developer registers by form, comes back, mends what an officer asks for, and sees how the application does.</summary>
public sealed class DeveloperPagesTests(RegistrationRunning hub) : IClassFixture<RegistrationRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_form_says_what_is_wrong_with_each_field_and_then_shows_the_secrets_once()
    {
        using var browser = new ResidentBrowser();
        var page = await browser.GoAsync(At("/developers"), Stop);
        var fields = Fields(await hub.TicketAsync());
        Assert.Contains("value=\"client_secret_post\" checked", page.Html, StringComparison.Ordinal);

        var faulty = await PostAsync(browser, page, fields, ("Form.RedirectUris", "https://app.example.test/callback\nhttp://localhost/"), ("Form.Contact", "nobody"));
        Assert.Equal(HttpStatusCode.BadRequest, faulty.Status);
        Assert.Contains("redirect_uris[1] is not https", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("which is no mail address", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"海港圖書館\"", faulty.Html, StringComparison.Ordinal);

        var done = await PostAsync(browser, faulty, fields);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("sec_", done.Text, StringComparison.Ordinal);
        Assert.Contains("reg_", done.Text, StringComparison.Ordinal);
        Assert.Contains("AddOpenIdConnect", done.Text, StringComparison.Ordinal);
        // What was registered is not what the stock handler does, and that is said.
        Assert.Contains("new SecretInHeader", done.Text, StringComparison.Ordinal);

        var own = await browser.GoAsync(At("/developers/" + ClientIdIn(done)), Stop);
        Assert.Contains("海港圖書館", own.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("sec_", own.Text, StringComparison.Ordinal);
        // Another browser was let in to nothing.
        using var other = new ResidentBrowser();
        Assert.Equal("/developers", (await other.GoAsync(At("/developers/" + ClientIdIn(done)), Stop)).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_developer_comes_back_with_the_token_changes_renews_and_deletes()
    {
        var registered = await hub.ApprovedAsync();
        var id = registered["client_id"]!;
        using var browser = new ResidentBrowser();
        var page = await browser.GoAsync(At("/developers"), Stop);
        var wrong = await EnterAsync(browser, page, id, "reg_wrong");
        Assert.Contains("CB2116", wrong.Text, StringComparison.Ordinal);
        var own = await EnterAsync(browser, wrong, id, registered["registration_access_token"]!);
        Assert.Equal("/developers/" + id, own.Address.AbsolutePath);

        var report = await browser.GoAsync(At($"/developers/{id}/conformance"), Stop);
        Assert.Contains("RFC 7636", report.Text, StringComparison.Ordinal);

        var renewed = await browser.SubmitAsync(own.Forms.Single(form => form.Action.Query.Contains("Secret", StringComparison.Ordinal)), cancellationToken: Stop);
        var secret = renewed.Text[renewed.Text.IndexOf("sec_", StringComparison.Ordinal)..].Split(' ', '\n')[0].Trim();
        await hub.TakenOverAsync();
        using var old = new RelyingPartyClient(hub.Ports, id) { Secret = registered["client_secret"] };
        using var fresh = new RelyingPartyClient(hub.Ports, id) { Secret = secret };
        Assert.Equal("invalid_client", (await old.RedeemAsync("made-up"))["error"]);
        Assert.Equal("invalid_grant", (await fresh.RedeemAsync("made-up"))["error"]);

        var form = renewed.Forms.First(one => one.Fields.ContainsKey("Form.NameEn"));
        var changed = await browser.SubmitAsync(form, Fields("").Where(field => field.Key != "token").Append(KeyValuePair.Create("Form.NameEn", "Harbour Lending"))
            .GroupBy(field => field.Key).ToDictionary(group => group.Key, group => group.Last().Value), cancellationToken: Stop);
        Assert.True(changed.Status == HttpStatusCode.OK, changed.Text);
        Assert.Contains("reg_", changed.Text, StringComparison.Ordinal);

        var again = await browser.GoAsync(At("/developers/" + id), Stop);
        await browser.SubmitAsync(again.Forms.Single(one => one.Action.Query.Contains("Delete", StringComparison.Ordinal)), cancellationToken: Stop);
        Assert.Equal("/developers", (await browser.GoAsync(At("/developers/" + id), Stop)).Address.AbsolutePath);
    }

    private static string ClientIdIn(Page page) => page.Text[page.Text.IndexOf("rp-", StringComparison.Ordinal)..].Split(' ', '\n')[0].Trim();

    private static Dictionary<string, string> Fields(string token) => new(StringComparer.Ordinal)
    {
        ["token"] = token, ["Form.NameHant"] = "海港圖書館", ["Form.NameHans"] = "海港图书馆", ["Form.NameEn"] = "Harbour Library",
        ["Form.PurposeHant"] = "讓您借書", ["Form.PurposeHans"] = "让您借书", ["Form.PurposeEn"] = "To lend you books", ["Form.Contact"] = "privacy@app.example.test",
        ["Form.ApplicationType"] = "web", ["Form.RedirectUris"] = "https://app.example.test/callback", ["Form.Scopes"] = "profile",
        ["Form.Method"] = "client_secret_basic", ["Form.Algorithm"] = "ES256", ["Form.PostLogoutRedirectUris"] = "", ["Form.Jwks"] = "",
    };

    private static Task<Page> PostAsync(ResidentBrowser browser, Page page, Dictionary<string, string> fields, params (string Name, string Value)[] changes)
    {
        var all = new Dictionary<string, string>(fields, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
            all[name] = value;
        return browser.SubmitAsync(page.Forms.Single(form => form.Fields.ContainsKey("token")), all, cancellationToken: Stop);
    }

    private static Task<Page> EnterAsync(ResidentBrowser browser, Page page, string clientId, string token) => browser.SubmitAsync(
        page.Forms.Single(form => form.Fields.ContainsKey("clientId")),
        new Dictionary<string, string> { ["clientId"] = clientId, ["accessToken"] = token }, cancellationToken: Stop);

    private Uri At(string path) => new(hub.Ports.HubAddress, path);
}
