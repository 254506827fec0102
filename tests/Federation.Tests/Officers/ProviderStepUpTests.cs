using System.Net;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing.Administration;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>Two officers of the provider and a key: what takes effect is proved there anew, for that one step.</summary>
public abstract class ProviderSteps(ProviderDesk desk)
{
    private protected const string Path = "/console/keys";
    private protected const string Reason = "Our quarterly exercise";
    private protected static readonly AdministrationPerson Proposer = new("proposer", "hub-securityofficer");

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected async Task<Guid> ProposeAsync(OfficerBrowser browser)
    {
        var known = await desk.UseAsync(context => context.Set<KeyStep>().AsNoTracking().Select(row => row.Id).ToListAsync(Stop));
        var (page, _) = await PostAsync(browser, ("step", "rotate"), ("about", "RS256"), ("reason", Reason));
        Assert.True(page.Status == HttpStatusCode.Found, page.Text);
        return await desk.UseAsync(context => context.Set<KeyStep>().AsNoTracking().Where(row => !known.Contains(row.Id)).Select(row => row.Id).SingleAsync(Stop));
    }

    private protected Task<KeyStep> StepAsync(Guid id) => desk.UseAsync(context => context.Set<KeyStep>().AsNoTracking().SingleAsync(row => row.Id == id, Stop));

    private protected static async Task<(Page Page, Uri? Location)> PostAsync(OfficerBrowser browser, params (string Name, string Value)[] fields)
    {
        var token = (await browser.GoAsync("/console/sign-out")).Page.Forms.First(form => form.Fields.ContainsKey("__RequestVerificationToken")).Fields["__RequestVerificationToken"];
        var all = fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        all["__RequestVerificationToken"] = token;
        return await browser.PostAsync(Path, all);
    }

    private protected static Task<(Page Page, Uri? Location)> SendAsync(OfficerBrowser browser, PageForm form, params (string Name, string Value)[] changed)
    {
        var all = new Dictionary<string, string>(form.Fields, StringComparer.Ordinal);
        foreach (var (name, value) in changed)
            all[name] = value;
        return browser.PostAsync(form.Action.PathAndQuery, all);
    }
}

/// <summary>What a proof of the provider is worth.</summary>
public sealed class ProviderApprovalTests(ProviderDesk desk) : ProviderSteps(desk), IClassFixture<ProviderDesk>
{
    private readonly ProviderDesk desk = desk;

    [Fact]
    public async Task An_approval_goes_to_the_provider_and_back_and_counts_for_that_step_alone()
    {
        var person = new AdministrationPerson("approver", "hub-securityofficer");
        using var one = await desk.EnterAsync(Proposer);
        using var two = await desk.EnterAsync(person);
        var id = await ProposeAsync(one);

        var asked = await PostAsync(two, ("step", "approve"), ("id", id.ToString()));
        var proved = await desk.FollowAsync(two, asked.Location!, person);

        Assert.Contains("approve", proved.Text, StringComparison.Ordinal);
        var form = proved.Forms.Single(form => form.Action.AbsolutePath == Path);
        Assert.Equal(KeyStepState.Proposed, (await StepAsync(id)).State);

        // The proof on another step, in another's session, and then where it belongs, once.
        Assert.Contains("CB6081", (await SendAsync(two, form, ("about", "another"))).Page.Text, StringComparison.Ordinal);
        Assert.Contains("CB6081", (await PostAsync(one, ("step", "revoke"), ("about", "hub-1"), ("typed", "hub-1"), ("reason", Reason), ("code", form.Fields["code"]))).Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(two, form)).Page.Status);
        Assert.Equal(KeyStepState.Done, (await StepAsync(id)).State);
        Assert.Contains("CB6081", (await SendAsync(two, form)).Page.Text, StringComparison.Ordinal);
        Assert.Contains(await desk.AuditAsync(), entry => entry.Kind == "officer.step-proved");
    }
}

/// <summary>What is no proof.</summary>
public sealed class ProviderStepUpTests(ProviderDesk desk) : ProviderSteps(desk), IClassFixture<ProviderDesk>
{
    private readonly ProviderDesk desk = desk;

    [Theory]
    [InlineData("CB6077", "somebody-else", "hub-securityofficer", 0)]
    [InlineData("CB6076", "same", "hub-auditor", 0)]
    [InlineData("CB6075", "same", "hub-securityofficer", 10)]
    public async Task Another_person_another_role_and_an_earlier_sign_in_prove_nothing(string code, string subject, string role, int minutes)
    {
        var person = new AdministrationPerson("approver-" + code, "hub-securityofficer");
        using var one = await desk.EnterAsync(Proposer);
        using var two = await desk.EnterAsync(person);
        var id = await ProposeAsync(one);

        var asked = await PostAsync(two, ("step", "approve"), ("id", id.ToString()));
        var page = await desk.FollowAsync(two, asked.Location!, new AdministrationPerson(subject == "same" ? person.Subject : subject, role) { SignedInAgo = TimeSpan.FromMinutes(minutes) });

        Assert.Contains(code, page.Text, StringComparison.Ordinal);
        Assert.Equal(KeyStepState.Proposed, (await StepAsync(id)).State);
        // Whoever is somebody else now, or an officer of another kind, is out.
        Assert.Equal(code == "CB6075" ? HttpStatusCode.OK : HttpStatusCode.Found, (await two.GoAsync("/console")).Page.Status);
        await PostAsync(one, ("step", "withdraw"), ("id", id.ToString()));
    }

    [Fact]
    public async Task Who_proposed_does_not_approve_though_the_provider_vouches_twice()
    {
        using var one = await desk.EnterAsync(Proposer);
        using var again = await desk.EnterAsync(Proposer);
        var id = await ProposeAsync(one);

        var asked = await PostAsync(again, ("step", "approve"), ("id", id.ToString()));
        var form = (await desk.FollowAsync(again, asked.Location!, Proposer)).Forms.Single(form => form.Action.AbsolutePath == Path);

        Assert.Contains("CB6103", (await SendAsync(again, form)).Page.Text, StringComparison.Ordinal);
        await PostAsync(one, ("step", "withdraw"), ("id", id.ToString()));
    }
}
