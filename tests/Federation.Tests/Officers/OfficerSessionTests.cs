using System.Net;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Tests.Operations;
using CrossBorder.Sandbox.Browsing;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>A session of an officer ends by itself: soon where nobody asks, and after eight hours in any case.</summary>
public sealed class OfficerSessionTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cookie_is_worth_nothing_after_a_quarter_of_an_hour_without_a_request()
    {
        using var officer = await desk.EnterAsync("Auditor");
        var format = desk.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(OfficerScheme.Name).TicketDataFormat;
        var ticket = format.Unprotect(Cookie(officer).Value)!;
        Assert.Equal(TimeSpan.FromMinutes(15), ticket.Properties.ExpiresUtc - ticket.Properties.IssuedUtc);

        ticket.Properties.IssuedUtc -= TimeSpan.FromMinutes(16);
        ticket.Properties.ExpiresUtc -= TimeSpan.FromMinutes(16);
        using var late = desk.Visit();
        late.Cookies.Add(late.Hub, new Cookie("hub.officer", format.Protect(ticket)));

        Assert.Equal(HttpStatusCode.Found, (await late.GoAsync("/console")).Page.Status);
    }

    [Fact]
    public async Task However_busy_the_officer_is_a_session_ends_after_eight_hours()
    {
        using var officer = await desk.EnterAsync("Operator");
        var session = await desk.UseAsync(context => context.Set<OfficerSession>().OrderByDescending(row => row.StartedAt).FirstAsync(Stop));
        Assert.Equal(TimeSpan.FromHours(8), session.ExpiresAt - session.StartedAt);

        await desk.UseAsync(context => context.Set<OfficerSession>().Where(row => row.Id == session.Id)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.ExpiresAt, TimeProvider.System.GetUtcNow()), Stop));

        Assert.Equal(HttpStatusCode.Found, (await officer.GoAsync("/console")).Page.Status);
    }

    [Fact]
    public async Task A_role_that_was_taken_away_is_gone_with_the_next_request()
    {
        using var officer = await desk.EnterAsync("Reviewer");

        await SetRoleAsync("reviewer", OfficerRole.Operator);
        var (page, _) = await officer.GoAsync("/console");
        await SetRoleAsync("reviewer", OfficerRole.Reviewer);

        Assert.Equal(HttpStatusCode.Found, page.Status);
    }

    [Fact]
    public async Task Over_https_the_cookie_is_bound_to_the_host()
    {
        await using var hub = await HubServing.StartInProductionAsync();
        var secret = await JoinAsync(hub.Services);
        using var asked = await hub.Client.GetAsync(new Uri("/console/sign-in", UriKind.Relative), Stop);
        var form = Assert.Single(new Page(new Uri(hub.Client.BaseAddress!, "/console/sign-in"), HttpStatusCode.OK, await asked.Content.ReadAsStringAsync(Stop)).Forms);
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Action)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(form.Fields)
            {
                ["name"] = "first", ["password"] = OfficerDesk.Password, ["code"] = Totp.CodeAt(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()) + 1),
            }),
        };
        request.Headers.Add("Cookie", asked.Headers.GetValues("Set-Cookie").Select(value => value.Split(';')[0]));

        using var answer = await hub.Client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("__Host-hub.officer=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> JoinAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var code = (await scope.ServiceProvider.GetRequiredService<InviteOfficer>().InviteAsync("first", OfficerRole.SecurityOfficer, Stop)).Value;
        var join = scope.ServiceProvider.GetRequiredService<JoinOfficer>();
        var secret = (await join.OpenAsync(code, Stop)).Value.TotpSecret;
        var joined = await join.FinishAsync(code, OfficerDesk.Password, Totp.CodeAt(secret, Totp.StepAt(TimeProvider.System.GetUtcNow())), Stop);
        Assert.True(joined.Succeeded);
        return secret;
    }

    private Task<int> SetRoleAsync(string name, OfficerRole role) => desk.UseAsync(context => context.Set<Officer>().Where(row => row.UserName == name)
        .ExecuteUpdateAsync(update => update.SetProperty(row => row.Role, role), Stop));

    private static Cookie Cookie(OfficerBrowser officer) => officer.Cookies.GetCookies(officer.Hub).Single(cookie => cookie.Name == "hub.officer");
}
