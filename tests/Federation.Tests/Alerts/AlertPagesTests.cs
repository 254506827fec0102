using System.Net;
using System.Text.RegularExpressions;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Tests.Officers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Alerts;

/// <summary>Alerts and revocation lists on the console: who sees them, who acts, and what is recorded of it.</summary>
public sealed class AlertPagesTests(OfficerDesk desk) : IClassFixture<OfficerDesk>, IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The alerts here stand on no condition, and the hub's own worker ends such: it has left before the first is raised.</summary>
    public async ValueTask InitializeAsync() => await desk.Services.GetRequiredService<AlertWorker>().StopAsync(Stop);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_officer_acknowledges_an_alert_and_the_log_says_who()
    {
        var alert = await RaiseAsync("acknowledged-here");
        using var officer = await desk.EnterAsync("SecurityOfficer");
        var (page, _) = await officer.GoAsync("/console/alerts");
        Assert.Contains("“acknowledged-here” ends on 2027-01-01, in 5 days", page.Text, StringComparison.Ordinal);
        var form = page.Forms.Single(form => form.Fields["id"] == alert.ToString());

        var (done, _) = await officer.PostAsync(form.Action.PathAndQuery, new(form.Fields));
        var (late, _) = await officer.PostAsync(form.Action.PathAndQuery, new(form.Fields));

        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("CB6141", late.Text, StringComparison.Ordinal);
        var entry = await desk.UseAsync(context => context.AuditEntries.SingleAsync(row => row.Kind == "alert.acknowledged" && row.SubjectReference == alert.ToString("N"), Stop));
        Assert.Contains("\"actor\":\"securityofficer\"", entry.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_sees_alerts_and_lists_and_can_do_nothing_about_either()
    {
        var alert = await RaiseAsync("seen-by-an-auditor");
        using var auditor = await desk.EnterAsync("Auditor");
        var (page, _) = await auditor.GoAsync("/console/alerts");
        Assert.Contains("seen-by-an-auditor", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("I have seen it", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fetch now", (await auditor.GoAsync("/console/revocation")).Page.Text, StringComparison.Ordinal);

        // The token of a form that the auditor may use opens no door either.
        var (leave, _) = await auditor.GoAsync("/console/sign-out");
        var token = Assert.Single(leave.Forms).Fields["__RequestVerificationToken"];
        foreach (var (path, field, value) in new[] { ("/console/alerts", "id", alert.ToString()), ("/console/revocation", "name", "any") })
        {
            var (refused, _) = await auditor.PostAsync(path, new() { [field] = value, ["__RequestVerificationToken"] = token });
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        }

        Assert.Null(await desk.UseAsync(context => context.Set<Alert>().Where(row => row.Id == alert).Select(row => row.AcknowledgedBy).SingleAsync(Stop)));
    }

    [Fact]
    public async Task What_is_not_there_is_CB6140_or_CB6143()
    {
        using var officer = await desk.EnterAsync("Operator");
        var (leave, _) = await officer.GoAsync("/console/sign-out");
        var token = Assert.Single(leave.Forms).Fields["__RequestVerificationToken"];
        var (noAlert, _) = await officer.PostAsync("/console/alerts", new() { ["id"] = Guid.NewGuid().ToString(), ["__RequestVerificationToken"] = token });
        var (noList, _) = await officer.PostAsync("/console/revocation", new() { ["name"] = "nobody's", ["__RequestVerificationToken"] = token });
        Assert.Contains("CB6140", noAlert.Text, StringComparison.Ordinal);
        Assert.Contains("CB6143", noList.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_counts_what_nobody_has_acknowledged()
    {
        await RaiseAsync("counted");
        using var officer = await desk.EnterAsync("SecurityOfficer");
        Assert.Matches(new Regex("[0-9]+ not acknowledged"), (await officer.GoAsync("/console")).Page.Html);
    }

    private async Task<Guid> RaiseAsync(string subject)
    {
        var alert = Alert.Raise(new AlertCondition(AlertKind.CertificateEnds, subject, NoticeSeverity.Critical, subject, "2027-01-01", "5"), TimeProvider.System.GetUtcNow());
        await desk.UseAsync(context =>
        {
            context.Add(alert);
            return context.SaveChangesAsync(Stop);
        });
        return alert.Id;
    }
}
