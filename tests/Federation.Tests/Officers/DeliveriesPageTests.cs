using System.Globalization;
using System.Net;
using CrossBorder.Federation.Tests.Applications.Resilience;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>The page on which operators look after departments: what it shows, what it does, and for whom.</summary>
public sealed class DeliveriesPageTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private const string Path = "/console/deliveries";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dead_letters_are_sent_again_by_cause_after_the_department_was_typed()
    {
        var ids = await desk.UseAsync(context => context.QueueAsync(OfficerDesk.Department, 3, TimeSpan.FromHours(4), "CB4002", attempts: 60));
        using var officer = await desk.EnterAsync("Operator");
        var (page, _) = await officer.GoAsync(Path);
        Assert.Contains("The partner system does not answer", page.Text, StringComparison.Ordinal);
        Assert.Matches("4 h [0-9] min", page.Text);
        var form = page.Forms.Single(form => form.Fields.TryGetValue("cause", out var cause) && cause == "CB4002");

        var (refused, _) = await officer.PostAsync(form.Action.PathAndQuery, new(form.Fields) { ["typed"] = "gd-hrss" });
        var (done, location) = await officer.PostAsync(form.Action.PathAndQuery, new(form.Fields) { ["typed"] = OfficerDesk.Department });
        var single = page.Forms.First(form => form.Fields.GetValueOrDefault("id") == ids[1]);
        var (one, _) = await officer.PostAsync(single.Action.PathAndQuery, new(single.Fields));
        var (after, _) = await officer.GoAsync(Path);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("CB5114", refused.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (done.Status, one.Status));
        Assert.EndsWith("#redrives", location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Latest re-drives", after.Text, StringComparison.Ordinal);
        var entries = await desk.UseAsync(context => context.AuditEntries.Where(entry => entry.Kind == "delivery.redriven").Select(entry => entry.Details).ToListAsync(Stop));
        Assert.Contains(entries, details => details.Contains("\"count\":\"3\"", StringComparison.Ordinal) && details.Contains("\"actor\":\"operator\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Maintenance_is_announced_and_ended_there()
    {
        using var officer = await desk.EnterAsync("Operator");
        var (page, _) = await officer.GoAsync(Path);
        var form = page.Forms.Single(form => form.Action.Query.Contains("Announce", StringComparison.Ordinal));
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);
        var fields = new Dictionary<string, string>(form.Fields)
        {
            ["department"] = OfficerDesk.Department, ["reason"] = "New servers.",
            ["from"] = tomorrow.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            ["until"] = tomorrow.AddHours(-2).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        };

        var (refused, _) = await officer.PostAsync(form.Action.PathAndQuery, fields);
        fields["until"] = tomorrow.AddHours(2).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        var (done, _) = await officer.PostAsync(form.Action.PathAndQuery, fields);
        var (shown, _) = await officer.GoAsync(Path);
        var end = shown.Forms.Single(form => form.Action.Query.Contains("End", StringComparison.Ordinal));
        var (ended, _) = await officer.PostAsync(end.Action.PathAndQuery, new(end.Fields));
        var (late, _) = await officer.PostAsync(end.Action.PathAndQuery, new(end.Fields));

        Assert.Contains("CB5111", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.Contains("New servers. (operator)", shown.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, ended.Status);
        Assert.Contains("CB5112", late.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("SecurityOfficer"), InlineData("Reviewer"), InlineData("Auditor")]
    public async Task Nobody_but_an_operator_sees_it_or_does_anything_there(string role)
    {
        using var officer = await desk.EnterAsync(role);
        var (seen, _) = await officer.GoAsync(Path);
        var (leave, _) = await officer.GoAsync("/console/sign-out");
        var token = Assert.Single(leave.Forms).Fields["__RequestVerificationToken"];

        Assert.Equal(HttpStatusCode.Forbidden, seen.Status);
        foreach (var handler in new[] { "Redrive", "RedriveAll", "Announce", "End" })
        {
            var (refused, _) = await officer.PostAsync($"{Path}?handler={handler}", new()
            {
                ["department"] = OfficerDesk.Department, ["typed"] = OfficerDesk.Department, ["__RequestVerificationToken"] = token,
            });
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        }
    }
}
