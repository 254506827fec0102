using System.Net;
using CrossBorder.Federation.Officers;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing.Administration;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>Passwords beside a provider: the same person is one officer, whichever way they come.</summary>
public sealed class ProviderTieTests(MixedDesk desk) : IClassFixture<MixedDesk>
{
    private static readonly AdministrationPerson Alpha = new("person-alpha", "hub-securityofficer");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_password_leads_to_the_provider_once_and_the_person_is_no_second_officer_by_it()
    {
        Assert.Equal("CB6078", (await CommandAsync("alpha")).Error.Code);
        using var browser = desk.Visit();
        var (_, authorize) = await PasswordAsync(browser, "alpha");
        Assert.StartsWith(desk.Provider.Issuer.AbsoluteUri, authorize!.AbsoluteUri, StringComparison.Ordinal);
        // The password alone let nobody in.
        Assert.Equal(HttpStatusCode.Found, (await browser.GoAsync("/console")).Page.Status);

        Assert.Equal(HttpStatusCode.OK, (await desk.FollowAsync(browser, authorize, Alpha)).Status);

        Assert.Contains("alpha", (await browser.GoAsync("/console")).Page.Text, StringComparison.Ordinal);
        Assert.True((await CommandAsync("alpha")).Succeeded);
        using var byPassword = desk.Visit();
        Assert.Equal("/console", (await PasswordAsync(byPassword, "alpha")).Location!.OriginalString);
        using var byProvider = await desk.EnterAsync(Alpha);
        Assert.Contains("alpha", (await byProvider.GoAsync("/console")).Page.Text, StringComparison.Ordinal);
        Assert.Contains(await desk.AuditAsync(), entry => entry.Kind == "officer.tied");

        // The other account, the same person; and an invitation, the same person.
        using var second = desk.Visit();
        Assert.Contains("CB6077", (await desk.FollowAsync(second, (await PasswordAsync(second, "beta")).Location!, Alpha)).Text, StringComparison.Ordinal);
        using var invited = desk.Visit();
        Assert.Contains("CB6077", (await JoinAsync(invited, await InviteAsync("gamma", OfficerRole.SecurityOfficer), Alpha)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invited_officer_joins_through_the_provider_in_the_role_of_the_invitation()
    {
        var code = await InviteAsync("delta", OfficerRole.Auditor);
        using var browser = desk.Visit();

        Assert.Contains("CB6076", (await JoinAsync(browser, code, new("person-delta", "hub-securityofficer"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await JoinAsync(browser, code, new("person-delta", "hub-auditor"))).Status);

        Assert.Equal(HttpStatusCode.OK, (await browser.GoAsync("/console/audit")).Page.Status);
        using var other = desk.Visit();
        var (opened, _) = await other.GoAsync("/console/join");
        Assert.Contains("CB6053", (await other.SubmitAsync(opened, ("invitation", code))).Page.Text, StringComparison.Ordinal);
        // Roles are officers' to give here: the provider's word changes none.
        Assert.Contains("CB6076", (await desk.SignInAsync(other, new("person-delta", "hub-operator"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_whom_nobody_invited_does_not_come_in()
    {
        using var browser = desk.Visit();

        Assert.Contains("CB6071", (await desk.SignInAsync(browser, new("stranger", "hub-securityofficer"))).Text, StringComparison.Ordinal);
        Assert.Equal(0, await desk.UseAsync(context => context.Set<Officer>().CountAsync(row => row.UserName == "stranger", Stop)));
    }

    [Fact]
    public async Task The_machine_alone_does_nothing_to_officers_of_the_provider()
    {
        await using var scope = desk.Services.CreateAsyncScope();
        await desk.UseAsync(context => context.Set<Officer>().Where(row => row.UserName == "beta").ExecuteUpdateAsync(update => update
            .SetProperty(row => row.PersonKey, "of a person").SetProperty(row => row.PasswordHash, (string?)null), Stop));

        var who = await scope.ServiceProvider.GetRequiredService<OfficerVerbs>().WhoAsync("alpha", null, () => new CommandSecrets("", ""), "officers disable", Stop);

        Assert.Equal("CB6068", who.Error.Code);
        await desk.UseAsync(context => context.Set<Officer>().Where(row => row.UserName == "beta")
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.PersonKey, (string?)null)
                .SetProperty(row => row.PasswordHash, row => context.Set<Officer>().First(other => other.UserName == "alpha").PasswordHash), Stop));
    }

    private async Task<(Page Page, Uri? Location)> PasswordAsync(OfficerBrowser browser, string name)
    {
        await ForgetCodeAsync(name);
        var form = (await browser.GoAsync("/console/sign-in")).Page.Forms.Single(form => form.Fields.ContainsKey("password"));
        return await browser.PostAsync("/console/sign-in", new(form.Fields, StringComparer.Ordinal)
        {
            ["name"] = name, ["password"] = OfficerDesk.Password, ["code"] = OfficerDesk.CodeNow(),
        });
    }

    private async Task<Outcome<OfficerPresence>> CommandAsync(string name)
    {
        await ForgetCodeAsync(name);
        await using var scope = desk.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CommandOfficer>()
            .SignInAsync(name, new CommandSecrets(OfficerDesk.Password, OfficerDesk.CodeNow()), "trust approve", Stop, OfficerRole.SecurityOfficer);
    }

    private Task<int> ForgetCodeAsync(string name) => desk.UseAsync(context => context.Set<Officer>().Where(row => row.UserName == name)
        .ExecuteUpdateAsync(update => update.SetProperty(row => row.LastTotpStep, 0), Stop));

    private async Task<string> InviteAsync(string name, OfficerRole role)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<InviteOfficer>().InviteAsync(name, role, Stop)).Value;
    }

    private async Task<Page> JoinAsync(OfficerBrowser browser, string code, AdministrationPerson person)
    {
        var (page, _) = await browser.GoAsync("/console/join");
        var (opened, _) = await browser.SubmitAsync(page, ("invitation", code));
        var form = opened.Forms.Single(form => form.Action.Query == "?handler=provider");
        var (_, authorize) = await browser.PostAsync(form.Action.PathAndQuery, new(form.Fields, StringComparer.Ordinal));
        return await desk.FollowAsync(browser, authorize!, person);
    }
}
