using System.Net;
using CrossBorder.Federation.Officers;
using CrossBorder.Testing.Administration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>The administration's provider is the only way in, and the hub believes it as far as its settings say.</summary>
public sealed class ProviderSignInTests(ProviderDesk desk) : IClassFixture<ProviderDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_the_provider_vouches_for_comes_in_with_the_role_that_it_gives_and_for_an_hour()
    {
        using var browser = await desk.EnterAsync(new("mei.chan", "hub-operator", "something-else"));

        Assert.Equal("login", desk.Provider.Asked["prompt"]);
        Assert.Equal("0", desk.Provider.Asked["max_age"]);
        Assert.Equal(AdministrationProvider.Mfa, desk.Provider.Asked["acr_values"]);
        var (page, _) = await browser.GoAsync("/console");
        Assert.Contains("mei.chan", page.Text, StringComparison.Ordinal);
        Assert.Contains("See how deliveries to departments stand.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GoAsync("/console/audit")).Page.Status);
        var session = await desk.UseAsync(context => context.Set<OfficerSession>().AsNoTracking().OrderBy(row => row.StartedAt).LastAsync(Stop));
        Assert.Equal(TimeSpan.FromHours(1), session.ExpiresAt - session.StartedAt);
        Assert.Contains(await desk.AuditAsync(), entry => entry.Kind == "officer.signed-in" && entry.Details.Contains("\"by\":\"openid\"", StringComparison.Ordinal));
    }

    public static TheoryData<string, AdministrationPerson> Refused { get; } = new()
    {
        { "CB6071", new("u-1", "hub-auditor") { Groups = ["gardeners"] } },
        { "CB6072", new("u-2", "gardener") },
        { "CB6073", new("u-3", "hub-auditor", "hub-securityofficer") },
        { "CB6074", new("u-4", "hub-auditor") { Level = "urn:example:password" } },
        { "CB6074", new("u-4", "hub-auditor") { Level = null } },
        { "CB6075", new("u-5", "hub-auditor") { SignedInAgo = TimeSpan.FromMinutes(10) } },
        { "CB6075", new("u-5", "hub-auditor") { SignedInAgo = null } },
        { "CB6075", new("u-5", "hub-auditor") { SignedInAgo = TimeSpan.FromMinutes(-10) } },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task Whoever_is_vouched_for_too_little_does_not_come_in(string code, AdministrationPerson person)
    {
        using var browser = desk.Visit();
        // The log names the first ten of nobody's one by one, and the other tests of this desk refuse too.
        await desk.UseAsync(context => context.Set<RefusalCount>().ExecuteDeleteAsync());

        var page = await desk.SignInAsync(browser, person);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains(code, page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await browser.GoAsync("/console")).Page.Status);
        Assert.Contains(await desk.AuditAsync(), entry => entry.Kind == "officer.refused" && entry.Details.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_counts_once_and_in_the_browser_that_asked()
    {
        using var browser = desk.Visit();
        using var thief = desk.Visit();
        var back = await desk.AtProviderAsync((await ProviderDesk.ToProviderAsync(browser)).Location!, new("once", "hub-auditor"));

        var foreign = await thief.GoAsync(back.PathAndQuery);
        var first = await browser.GoAsync(back.PathAndQuery);
        var second = await browser.GoAsync(back.PathAndQuery);
        var invented = await browser.GoAsync("/signin-officer?code=invented&state=invented");

        Assert.Contains("CB6070", foreign.Page.Text, StringComparison.Ordinal);
        Assert.StartsWith("/console/arrived", first.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("CB6070", second.Page.Text, StringComparison.Ordinal);
        Assert.Contains("CB6070", invented.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await thief.GoAsync("/console")).Page.Status);
    }

    [Fact]
    public async Task A_disabled_officer_stays_out_whatever_the_provider_says()
    {
        var person = new AdministrationPerson("leaver", "hub-reviewer");
        using var browser = await desk.EnterAsync(person);
        await using (var scope = desk.Services.CreateAsyncScope())
            Assert.True((await scope.ServiceProvider.GetRequiredService<OfficerLife>().DisableAsync("leaver", null, Stop)).Succeeded);

        Assert.Equal(HttpStatusCode.Found, (await browser.GoAsync("/console")).Page.Status);
        Assert.Contains("CB6071", (await desk.SignInAsync(browser, person)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_reset_comes_back_by_the_invitation_and_not_as_a_second_officer()
    {
        var person = new AdministrationPerson("loser.of.phones", "hub-auditor");
        using var browser = await desk.EnterAsync(person);
        await using (var scope = desk.Services.CreateAsyncScope())
            Assert.True((await scope.ServiceProvider.GetRequiredService<OfficerLife>().ResetAsync("loser.of.phones", null, Stop)).Succeeded);

        Assert.Contains("CB6071", (await desk.SignInAsync(desk.Visit(), person)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await desk.UseAsync(context => context.Set<Officer>().CountAsync(row => row.UserName!.StartsWith("loser.of.phones"), Stop)));
    }

    [Fact]
    public async Task A_closed_account_that_was_never_tied_is_not_replaced_by_a_new_one()
    {
        await desk.UseAsync(context =>
        {
            context.Add(new Officer
            {
                UserName = "closed.before", NormalizedUserName = "CLOSED.BEFORE", PasswordHash = "from before", TotpSecret = Totp.NewSecret(), Role = OfficerRole.Auditor,
                CreatedAt = DateTimeOffset.UnixEpoch, DisabledAt = DateTimeOffset.UnixEpoch,
            });
            return context.SaveChangesAsync(Stop);
        });

        Assert.Contains("CB6071", (await desk.SignInAsync(desk.Visit(), new("closed.before", "hub-auditor"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_changed_ends_what_was_open_with_the_old_one()
    {
        using var before = await desk.EnterAsync(new("mover", "hub-operator"));
        using var after = await desk.EnterAsync(new("mover", "hub-auditor"));

        Assert.Equal(HttpStatusCode.Found, (await before.GoAsync("/console")).Page.Status);
        Assert.Equal(HttpStatusCode.OK, (await after.GoAsync("/console/audit")).Page.Status);
        Assert.Equal(1, await desk.UseAsync(context => context.Set<Officer>().CountAsync(row => row.UserName == "mover", Stop)));
        Assert.Contains(await desk.AuditAsync(), entry => entry.Kind == "officer.role-changed");
    }

    [Fact]
    public async Task Passwords_and_passkeys_are_worth_nothing_and_are_not_asked_for()
    {
        using var browser = desk.Visit();
        var (page, _) = await browser.GoAsync("/console/sign-in");

        var form = Assert.Single(page.Forms);
        Assert.DoesNotContain("password", form.Fields.Keys);
        var (refused, _) = await browser.PostAsync("/console/sign-in", new()
        {
            ["__RequestVerificationToken"] = form.Fields["__RequestVerificationToken"], ["name"] = "mei.chan", ["password"] = OfficerDesk.Password, ["code"] = "000000",
        });
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("CB6079", refused.Text, StringComparison.Ordinal);
        var (passkey, _) = await browser.PostAsync("/console/sign-in", new()
        {
            ["__RequestVerificationToken"] = form.Fields["__RequestVerificationToken"], ["ticket"] = "t", ["passkey"] = "{}",
        });
        Assert.Contains("CB6079", passkey.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_the_next_sign_in_is_a_fresh_one()
    {
        var person = new AdministrationPerson("night.shift", "hub-auditor");
        using var browser = await desk.EnterAsync(person);

        await browser.SubmitAsync((await browser.GoAsync("/console/sign-out")).Page);

        Assert.Equal(HttpStatusCode.Found, (await browser.GoAsync("/console")).Page.Status);
        Assert.Contains("CB6075", (await desk.SignInAsync(browser, person with { SignedInAgo = TimeSpan.FromMinutes(2) })).Text, StringComparison.Ordinal);
    }
}
