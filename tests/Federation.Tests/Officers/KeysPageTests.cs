using System.Net;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Sandbox.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>Two officers and a key, in the console.</summary>
public sealed class KeysPageTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private const string Path = "/console/keys";
    private const string Reason = "Our quarterly exercise";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Auditor", HttpStatusCode.OK)]
    [InlineData("Reviewer", HttpStatusCode.Forbidden)]
    [InlineData("Operator", HttpStatusCode.Forbidden)]
    public async Task Auditors_read_and_others_do_not(string role, HttpStatusCode expected)
    {
        using var browser = await desk.EnterAsync(role);

        var (page, _) = await browser.GoAsync(Path);

        Assert.Equal(expected, page.Status);
        Assert.DoesNotContain("name=\"step\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_who_posts_is_refused()
    {
        using var auditor = await desk.EnterAsync("Auditor");
        var form = (await auditor.GoAsync("/console/sign-out")).Page.Forms.First(form => form.Fields.ContainsKey("__RequestVerificationToken"));

        var (page, _) = await auditor.PostAsync(Path, new()
        {
            ["__RequestVerificationToken"] = form.Fields["__RequestVerificationToken"], ["step"] = "rotate", ["about"] = "RS256", ["reason"] = Reason,
        });

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("CB6052", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_proposes_another_approves_and_a_compromised_key_needs_its_id_typed()
    {
        // It would announce what the officers rotate while they do the next thing, and they would be told to try again.
        await desk.Services.GetServices<IHostedService>().OfType<KeyWatchWorker>().Single().StopAsync(Stop);
        using var one = await desk.EnterAsync("SecurityOfficer");
        using var second = desk.Visit();
        Assert.Equal(HttpStatusCode.Found, (await second.SignInAsync("second", OfficerDesk.Password, await desk.FreshCodeAsync("second"))).Page.Status);

        Assert.Equal(HttpStatusCode.Found, (await PostAsync(one, ("step", "rotate"), ("about", "RS256"), ("reason", Reason))).Status);
        var step = (await StepsAsync()).Single(row => row.Kind == KeyStepKind.Rotate);
        Assert.Contains("CB6103", (await PostAsync(one, ("step", "approve"), ("id", step.Id.ToString()), ("code", await desk.FreshCodeAsync("securityofficer")))).Text, StringComparison.Ordinal);
        Assert.Contains("CB6056", (await PostAsync(second, ("step", "approve"), ("id", step.Id.ToString()), ("code", "000000"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await PostAsync(second, ("step", "approve"), ("id", step.Id.ToString()), ("code", await desk.FreshCodeAsync("second")))).Status);

        var wrong = await PostAsync(one, ("step", "revoke"), ("about", "hub-1"), ("typed", "hub-2"), ("reason", Reason), ("code", await desk.FreshCodeAsync("securityofficer")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(HttpStatusCode.Found, (await PostAsync(one,
            ("step", "revoke"), ("about", "hub-1"), ("typed", "hub-1"), ("reason", Reason), ("code", await desk.FreshCodeAsync("securityofficer")))).Status);
        var keys = await desk.UseAsync(context => context.Set<ManagedKey>().AsNoTracking().ToListAsync(Stop));
        Assert.Equal(KeyState.Revoked, keys.Single(key => key.Id == "hub-1").State);
        Assert.Single(keys, key => key.State == KeyState.Active);
        var emergency = (await StepsAsync()).Single(row => row.Kind == KeyStepKind.Revoke);
        Assert.Equal(HttpStatusCode.Found, (await PostAsync(second, ("step", "review"), ("id", emergency.Id.ToString()), ("code", await desk.FreshCodeAsync("second")))).Status);
    }

    private Task<List<KeyStep>> StepsAsync() => desk.UseAsync(context => context.Set<KeyStep>().AsNoTracking().ToListAsync(Stop));

    private static async Task<Page> PostAsync(OfficerBrowser browser, params (string Name, string Value)[] fields)
    {
        var token = (await browser.GoAsync(Path)).Page.Forms.First(form => form.Fields.ContainsKey("__RequestVerificationToken")).Fields["__RequestVerificationToken"];
        var all = fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        all["__RequestVerificationToken"] = token;
        return (await browser.PostAsync(Path, all)).Page;
    }
}
