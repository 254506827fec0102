using System.Net;
using CrossBorder.Federation.Officers;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>What somebody tries who is no officer.</summary>
public sealed class OfficerAttackTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_five_failures_nothing_more_is_judged_for_that_name_from_there()
    {
        using var browser = desk.Visit();
        for (var i = 0; i < 5; i++)
            Assert.Contains("CB6050", (await browser.SignInAsync("reviewer", "wrong password 1", "000000")).Page.Text, StringComparison.Ordinal);

        var locked = await browser.SignInAsync("reviewer", OfficerDesk.Password, await desk.FreshCodeAsync("reviewer"));
        var other = await browser.SignInAsync("operator", OfficerDesk.Password, await desk.FreshCodeAsync("operator"));

        Assert.Equal(HttpStatusCode.TooManyRequests, locked.Page.Status);
        Assert.Contains("CB6051", locked.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, other.Page.Status);
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_locked_as_well()
    {
        using var browser = desk.Visit();
        for (var i = 0; i < 5; i++)
            await browser.SignInAsync("no-such-officer", "wrong password 1", "000000");

        Assert.Contains("CB6051", (await browser.SignInAsync("No-Such-Officer", "wrong password 1", "000000")).Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_elsewhere_is_not_locked_out()
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInOfficer>();
        for (var i = 0; i < 6; i++)
            await signIn.SignInAsync(new OfficerCredentials("auditor", "wrong password 1", "000000", "203.0.113.9"), Stop);

        var here = await signIn.SignInAsync(new OfficerCredentials("auditor", OfficerDesk.Password, await desk.FreshCodeAsync("auditor"), "198.51.100.1"), Stop);

        Assert.True(here.Succeeded);
    }

    [Fact]
    public async Task Many_guesses_at_once_are_no_more_than_five()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            await using var scope = desk.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SignInOfficer>()
                .SignInAsync(new OfficerCredentials("auditor", "wrong password 1", "000000", "203.0.113.77"), Stop);
        }));

        Assert.InRange(outcomes.Count(outcome => outcome.Error.Code == "CB6050"), 1, 5);
        Assert.All(outcomes, outcome => Assert.Contains(outcome.Error.Code, new[] { "CB6050", "CB6051" }));
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_in()
    {
        using var browser = desk.Visit();

        var (page, location) = await browser.PostAsync("/console/sign-in", new()
        {
            ["name"] = "operator", ["password"] = OfficerDesk.Password, ["code"] = await desk.FreshCodeAsync("operator"),
        });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Null(location);
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_out()
    {
        using var browser = await desk.EnterAsync("SecurityOfficer");

        await browser.PostAsync("/console/sign-out", []);

        Assert.Equal(HttpStatusCode.OK, (await browser.GoAsync("/console")).Page.Status);
    }

    [Fact]
    public async Task A_session_that_was_put_into_the_browser_does_not_become_the_officers()
    {
        using var attacker = await desk.EnterAsync("SecurityOfficer");
        using var victim = desk.Visit();
        var planted = attacker.Cookies.GetCookies(attacker.Hub).Single(cookie => cookie.Name == "hub.officer");
        victim.Cookies.Add(victim.Hub, new Cookie(planted.Name, planted.Value));

        // Signing in ends what was planted: it leads nowhere, and nowhere near the victim.
        await victim.SignInAsync("operator", OfficerDesk.Password, await desk.FreshCodeAsync("operator"));

        Assert.NotEqual(planted.Value, victim.Cookies.GetCookies(victim.Hub).Single(cookie => cookie.Name == "hub.officer").Value);
        Assert.Equal(HttpStatusCode.Found, (await attacker.GoAsync("/console")).Page.Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/console//evil.example")]
    [InlineData("/consolex")]
    [InlineData("/connect/logout")]
    public async Task Nobody_is_led_away_after_signing_in(string back)
    {
        using var browser = desk.Visit();

        // From an address of its own, so that failures of other tests do not count here.
        var (_, location) = await browser.SignInAsync("operator", OfficerDesk.Password, await desk.FreshCodeAsync("operator"), back);

        Assert.Equal("/console", location!.OriginalString);
    }

    [Fact]
    public async Task The_cookie_says_little_and_leaves_the_browser_for_this_site_alone()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = desk.Visit().Hub };
        var form = new CrossBorder.Sandbox.Browsing.Page(new Uri(http.BaseAddress, "/console/sign-in"), HttpStatusCode.OK, await http.GetStringAsync(new Uri("/console/sign-in", UriKind.Relative), Stop));
        var fields = new Dictionary<string, string>(Assert.Single(form.Forms).Fields, StringComparer.Ordinal)
        {
            ["name"] = "operator", ["password"] = OfficerDesk.Password, ["code"] = await desk.FreshCodeAsync("operator"),
        };
        using var body = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri("/console/sign-in", UriKind.Relative), body, Stop);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("hub.officer=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
