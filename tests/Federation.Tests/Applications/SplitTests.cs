using System.Text.Json;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Evidence;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Storage;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

public sealed class SplitTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static readonly SplitPart Insurance = new("gd-mhsa", "gd-mi-003", "醫保部分");
    private static readonly SplitPart Municipal = new("gz-hrss", null, "屬廣州市辦理");

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Each_part_goes_to_its_department_and_the_case_is_what_its_parts_are(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var (http, number, origin) = await AcceptedAsync(desk);
        var told = departments.Event("gd-hrss", origin, 1, "forwarded", "分兩部分辦理", split: [Insurance, Municipal], at: TimeProvider.System.GetUtcNow());

        Assert.Equal("202", await http.TellAsync("gd-hrss", told).SaysAsync());
        Assert.Equal("202", await http.TellAsync("gd-hrss", told).SaysAsync());
        var waiting = await desk.CaseAsync(number);
        await desk.DeliverAsync();
        var accepted = await desk.CaseAsync(number);
        foreach (var part in accepted.Deliveries.Where(delivery => delivery.ForwardedFrom is not null))
            Assert.Equal("202", await http.TellAsync(part.Department, departments.Event(part.Department, part.Id, 1, "completed")).SaysAsync());
        var completed = await desk.CaseAsync(number);

        Assert.Equal((3, ApplicationStatus.Submitted), (waiting.Deliveries.Count, waiting.Status));
        Assert.Equal((DeliveryStatus.Forwarded, ApplicationStatus.Accepted), (accepted.Deliveries[0].Status, accepted.Status));
        Assert.Equal(
            ["gd-mhsa gd-mi-003", "gz-hrss gd-si-003"],
            accepted.Deliveries.Skip(1).Select(part => $"{part.Department} {part.Item}").Order(StringComparer.Ordinal));
        Assert.All(accepted.Deliveries.Skip(1), part => Assert.Equal((origin, true, true), (part.ForwardedFrom, part.Receipt is not null, part.Clock is not null)));
        Assert.Equal(ApplicationStatus.Completed, completed.Status);
        Assert.Equal(
            ["gd-hrss->: 分兩部分辦理", "gd-hrss->gd-mhsa: 醫保部分", "gd-hrss->gz-hrss: 屬廣州市辦理"],
            accepted.Timeline.Where(line => line.Event == "forwarded").Select(line => $"{line.Hop}->{line.ForwardedTo}: {line.Reason}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_part_says_where_it_came_from_and_its_envelope_and_the_event_are_evidence()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var (http, number, origin) = await AcceptedAsync(desk);
        var told = departments.Event("gd-hrss", origin, 1, "forwarded", split: [Insurance, Municipal]);
        await http.TellAsync("gd-hrss", told);
        await desk.DeliverAsync();

        var part = await desk.UseAsync<HubDbContext, Delivery>(context =>
            context.Set<Delivery>().AsNoTracking().SingleAsync(row => row.ForwardedFrom == origin && row.Department == "gd-mhsa"));
        var payload = JsonDocument.Parse(part.Payload).RootElement;
        var package = (await desk.UseAsync<ICases, Outcome<string>>(cases => cases.EvidenceAsync("resident-r1", number, default))).Value;

        Assert.Equal((part.Id, "gd-mhsa", "gd-mi-003"), (Text(payload, "id"), Text(payload, "aud"), Text(payload, "item")));
        var from = payload.GetProperty("forwardedFrom");
        Assert.Equal((origin, "gd-hrss", "gd-si-003", "醫保部分"), (Text(from, "delivery"), Text(from, "department"), Text(from, "item"), Text(from, "reason")));
        Assert.Contains(told, package, StringComparison.Ordinal);
        Assert.Contains(part.Envelope!, package, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_department_may_keep_a_part_where_the_rest_goes_to_others()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var (http, number, origin) = await AcceptedAsync(desk);

        Assert.Equal("202", await http.TellAsync("gd-hrss", departments.Event("gd-hrss", origin, 1, "forwarded", split: [new("gd-hrss", null, null), Insurance])).SaysAsync());
        await desk.DeliverAsync();

        var view = await desk.CaseAsync(number);
        Assert.Equal(ApplicationStatus.Accepted, view.Status);
        Assert.Equal(["gd-hrss", "gd-hrss", "gd-mhsa"], view.Deliveries.Select(delivery => delivery.Department).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("gd-hrss gd-hrss:gd-si-001", "409 CB5097")]
    [InlineData("gd-mhsa nobody", "422 CB5096")]
    [InlineData("gd-mhsa gd-tax:gd-xx-999", "422 CB5171")]
    [InlineData("gd-mhsa", "400 CB5081")]
    [InlineData("gd-mhsa gd-mhsa", "400 CB5081")]
    [InlineData("a b c d e f g h i", "400 CB5081")]
    public async Task What_cannot_be_split_so_is_refused_and_nothing_is_stored(string parts, string says)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var (http, number, origin) = await AcceptedAsync(desk);
        var split = parts.Split(' ').Select(part => part.Split(':')).Select(part => new SplitPart(part[0], part.ElementAtOrDefault(1), null)).ToArray();

        Assert.Equal(says, await http.TellAsync("gd-hrss", departments.Event("gd-hrss", origin, 1, "forwarded", split: split)).SaysAsync());

        var view = await desk.CaseAsync(number);
        Assert.Equal((1, DeliveryStatus.Accepted), (view.Deliveries.Count, view.Deliveries[0].Status));
    }

    [Fact]
    public async Task No_part_goes_back_to_a_department_that_had_it_CB5097()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var (http, number, origin) = await AcceptedAsync(desk);
        await http.TellAsync("gd-hrss", departments.Event("gd-hrss", origin, 1, "forwarded", split: [Insurance, Municipal]));
        await desk.DeliverAsync();
        var part = (await desk.CaseAsync(number)).Deliveries.Single(delivery => delivery.Department == "gz-hrss").Id;

        Assert.Equal("409 CB5097", await http.TellAsync("gz-hrss", departments.Event(
            "gz-hrss", part, 1, "forwarded", split: [new("gd-tax", null, null), new("gd-hrss", null, null)])).SaysAsync());
    }

    [Fact]
    public async Task A_split_that_comes_after_a_withdrawal_is_kept_and_makes_nothing()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var (http, number, origin) = await AcceptedAsync(desk);
        await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r1", number, default));

        Assert.Equal("202", await http.TellAsync("gd-hrss", departments.Event("gd-hrss", origin, 1, "forwarded", split: [Insurance, Municipal])).SaysAsync());

        Assert.Single((await desk.CaseAsync(number)).Deliveries);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static async Task<(HttpClient Http, string Case, string Delivery)> AcceptedAsync(ApplicationsDesk desk)
    {
        var http = await desk.ListenAsync();
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
        await desk.DeliverAsync();
        return (http, filed.CaseNumber, filed.Deliveries[0].Id);
    }
}
