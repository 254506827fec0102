using System.Net;
using CrossBorder.Federation.Officers;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>Password and code, both, once; and whatever is wrong, the same answer.</summary>
public sealed class OfficerSignInTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Password_and_code_lead_to_the_console_which_says_who_you_are()
    {
        using var browser = await desk.EnterAsync("Operator");

        var (page, _) = await browser.GoAsync("/console");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("operator", page.Text, StringComparison.Ordinal);
        Assert.Contains("See how deliveries to departments stand.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auditor", "wrong password 1", true, "password")]
    [InlineData("auditor", OfficerDesk.Password, false, "code")]
    [InlineData("nobody-of-that-name", OfficerDesk.Password, true, "name")]
    public async Task Whatever_is_wrong_the_answer_is_the_same_and_the_log_knows(string name, string password, bool code, string fault)
    {
        using var browser = desk.Visit();

        var (page, location) = await browser.SignInAsync(name, password, code ? await desk.FreshCodeAsync("auditor") : "000000");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Null(location);
        Assert.Contains("CB6050", page.Text, StringComparison.Ordinal);
        Assert.Contains($"\"fault\":\"{fault}\"", (await desk.AuditAsync()).Last(entry => entry.Kind == "officer.refused").Details, StringComparison.Ordinal);
        Assert.DoesNotContain(Cookie(browser), value => value.Name.Contains("officer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_is_taken_once()
    {
        var code = await desk.FreshCodeAsync("reviewer");
        using var first = desk.Visit();
        using var second = desk.Visit();

        var entered = await first.SignInAsync("reviewer", OfficerDesk.Password, code);
        var refused = await second.SignInAsync("reviewer", OfficerDesk.Password, code);

        Assert.Equal(HttpStatusCode.Found, entered.Page.Status);
        Assert.Contains("CB6050", refused.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_several_bring_at_the_same_moment_lets_one_of_them_in()
    {
        var code = await desk.FreshCodeAsync("securityofficer");
        var browsers = Enumerable.Range(0, 4).Select(_ => desk.Visit()).ToList();

        var answers = await Task.WhenAll(browsers.Select(browser => browser.SignInAsync("securityofficer", OfficerDesk.Password, code)));

        Assert.Single(answers, answer => answer.Page.Status == HttpStatusCode.Found);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task Signing_out_ends_every_copy_of_the_cookie_and_is_in_the_log()
    {
        using var browser = await desk.EnterAsync("Auditor");
        using var thief = desk.Visit();
        foreach (var cookie in Cookie(browser))
            thief.Cookies.Add(browser.Hub, new Cookie(cookie.Name, cookie.Value));
        Assert.Equal(HttpStatusCode.OK, (await thief.GoAsync("/console")).Page.Status);

        var (_, location) = await browser.SubmitAsync((await browser.GoAsync("/console/sign-out")).Page);

        Assert.Equal("/console/sign-in?left=true", location!.OriginalString);
        Assert.Equal(HttpStatusCode.Found, (await thief.GoAsync("/console")).Page.Status);
        var kinds = (await desk.AuditAsync()).ConvertAll(entry => entry.Kind);
        Assert.Contains("officer.signed-in", kinds);
        Assert.Contains("officer.signed-out", kinds);
    }

    [Fact]
    public async Task The_log_holds_nothing_that_was_typed()
    {
        using var browser = desk.Visit();
        await browser.SignInAsync("my secret typed as a name", "my secret", "123456");

        Assert.DoesNotContain(await desk.AuditAsync(), entry => (entry.Details + entry.SubjectReference).Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Secrets_of_authenticators_rest_encrypted_and_passwords_hashed()
    {
        var stored = await desk.UseAsync(async context =>
        {
            var rows = new List<string>();
            await context.Database.OpenConnectionAsync(Stop);
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT hex(TotpSecret) || PasswordHash FROM Officers";
            await using var reader = await command.ExecuteReaderAsync(Stop);
            while (await reader.ReadAsync(Stop))
                rows.Add(reader.GetString(0));
            return rows;
        });

        Assert.Equal(5, stored.Count);
        Assert.DoesNotContain(stored, row => row.Contains(Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(OfficerDesk.Secret)), StringComparison.Ordinal));
        Assert.DoesNotContain(stored, row => row.Contains(OfficerDesk.Password, StringComparison.Ordinal));
    }

    private static IEnumerable<Cookie> Cookie(OfficerBrowser browser) =>
        browser.Cookies.GetCookies(browser.Hub).Where(cookie => cookie.Name.Contains("officer", StringComparison.Ordinal));
}
