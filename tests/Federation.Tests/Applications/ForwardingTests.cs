using System.Text.Json;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

public sealed class ForwardingTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_delivery_that_is_passed_on_goes_on_at_the_next_department(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var (http, number, origin) = await AcceptedAsync(desk);
        var at = TimeProvider.System.GetUtcNow();
        var told = departments.Event("gd-hrss", origin, 1, "forwarded", "屬醫保範圍", to: "gd-mhsa", at: at);

        Assert.Equal("202", await http.TellAsync("gd-hrss", told).SaysAsync());
        Assert.Equal("202", await http.TellAsync("gd-hrss", told).SaysAsync());
        var waiting = await desk.CaseAsync(number);
        await desk.DeliverAsync();
        var accepted = await desk.CaseAsync(number);
        var next = accepted.Deliveries.Single(delivery => delivery.Department == "gd-mhsa");
        await http.TellAsync("gd-mhsa", departments.Event("gd-mhsa", next.Id, 1, "completed"));

        Assert.Equal((2, ApplicationStatus.Submitted), (waiting.Deliveries.Count, waiting.Status));
        // Asked for once more under its key, the first answer is what it was.
        Assert.Equal(origin, Assert.Single((await AsFiledAsync(desk, number)).Deliveries).Id);
        Assert.Equal(ApplicationStatus.Accepted, accepted.Status);
        Assert.Equal([DeliveryStatus.Forwarded, DeliveryStatus.Accepted], accepted.Deliveries.Select(delivery => delivery.Status));
        Assert.Equal(ApplicationStatus.Completed, (await desk.CaseAsync(number)).Status);
        var line = accepted.Timeline.Single(line => line.Event == "forwarded");
        Assert.Equal(("gd-hrss", "屬醫保範圍", "gd-mhsa"), (line.Hop, line.Reason, line.ForwardedTo));
        Assert.Contains(next.Id, (await departments.ArrivalsAsync("gd-mhsa")).Keys);
    }

    [Fact]
    public async Task The_next_department_gets_the_same_item_under_an_id_of_its_own_that_names_where_it_came_from()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var (http, _, origin) = await AcceptedAsync(desk);
        await http.TellAsync("gd-hrss", departments.Event("gd-hrss", origin, 1, "forwarded", to: "gd-mhsa"));

        var rows = await desk.UseAsync<HubDbContext, List<Delivery>>(context => context.Set<Delivery>().AsNoTracking().OrderBy(row => row.Id).ToListAsync());
        var (before, after) = (JsonDocument.Parse(rows[0].Payload).RootElement, JsonDocument.Parse(rows[1].Payload).RootElement);

        Assert.Equal((rows[1].Id, "gd-mhsa"), (after.GetProperty("id").GetString(), after.GetProperty("department").GetString()));
        Assert.Equal((origin, "gd-hrss"), (after.GetProperty("forwardedFrom").GetProperty("delivery").GetString(), after.GetProperty("forwardedFrom").GetProperty("department").GetString()));
        foreach (var member in new[] { "case", "item", "applicant", "form", "submittedAt" })
            Assert.Equal(before.GetProperty(member).GetRawText(), after.GetProperty(member).GetRawText());
        Assert.DoesNotContain($"/departments/gd-hrss/deliveries/{origin}/", rows[1].Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_passed_on_while_its_delivery_is_held_goes_there_all_the_same()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var (http, number, origin) = await AcceptedAsync(desk);
        await desk.UseAsync<HubDbContext, int>(context => context.Set<Delivery>().Where(row => row.Id == origin)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Status, DeliveryStatus.Quarantined)));

        Assert.Equal("202", await http.TellAsync("gd-hrss", departments.Event("gd-hrss", origin, 1, "forwarded", to: "gd-mhsa")).SaysAsync());
        Assert.Equal(["gd-hrss", "gd-mhsa"], (await desk.CaseAsync(number)).Deliveries.Select(delivery => delivery.Department).Order());
    }

    [Fact]
    public async Task It_goes_neither_round_nor_on_and_on_CB5097()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var (http, number, first) = await AcceptedAsync(desk);

        Assert.Equal("409 CB5097", await http.TellAsync("gd-hrss", departments.Event("gd-hrss", first, 1, "forwarded", to: "gd-hrss")).SaysAsync());
        string[] path = ["gd-hrss", "gd-mhsa", "gd-civil", "gd-edu", "gd-health", "gd-justice"];
        for (var hop = 0; hop < path.Length - 1; hop++)
        {
            var delivery = (await desk.CaseAsync(number)).Deliveries.Single(delivery => delivery.Department == path[hop]).Id;
            if (hop > 0)
                Assert.Equal("409 CB5097", await http.TellAsync(path[hop], departments.Event(path[hop], delivery, 1, "forwarded", to: "gd-hrss")).SaysAsync());
            Assert.Equal("202", await http.TellAsync(path[hop], departments.Event(path[hop], delivery, 2, "forwarded", to: path[hop + 1])).SaysAsync());
            await desk.DeliverAsync();
        }

        var last = (await desk.CaseAsync(number)).Deliveries.Single(delivery => delivery.Department == path[^1]).Id;
        Assert.Equal("409 CB5097", await http.TellAsync(path[^1], departments.Event(path[^1], last, 3, "forwarded", to: "gd-dnr")).SaysAsync());
        Assert.Equal(path.Length, (await desk.CaseAsync(number)).Deliveries.Count);
    }

    [Fact]
    public async Task One_department_passes_it_on_to_three_others_at_most_CB5097()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var (http, number, origin) = await AcceptedAsync(desk);

        foreach (var (sequence, to) in new[] { "gd-mhsa", "gd-civil", "gd-edu" }.Index())
            Assert.Equal("202", await http.TellAsync("gd-hrss", departments.Event("gd-hrss", origin, sequence, "forwarded", to: to)).SaysAsync());
        Assert.Equal("202", await http.TellAsync("gd-hrss", departments.Event("gd-hrss", origin, 5, "forwarded", to: "gd-edu")).SaysAsync());

        Assert.Equal("409 CB5097", await http.TellAsync("gd-hrss", departments.Event("gd-hrss", origin, 6, "forwarded", to: "gd-health")).SaysAsync());
        Assert.Equal(4, (await desk.CaseAsync(number)).Deliveries.Count);
    }

    [Fact]
    public async Task What_was_passed_on_outside_the_hub_stays_in_progress()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var (http, number, origin) = await AcceptedAsync(desk);

        await http.TellAsync("gd-hrss", departments.Event("gd-hrss", origin, 1, "forwarded", "已轉交市級部門"));

        Assert.Equal(ApplicationStatus.InProgress, (await desk.CaseAsync(number)).Status);
    }

    [Fact]
    public async Task A_withdrawal_reaches_every_department_that_has_it()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var (http, number, origin) = await AcceptedAsync(desk);
        await http.TellAsync("gd-hrss", departments.Event("gd-hrss", origin, 1, "forwarded", to: "gd-mhsa"));
        await desk.DeliverAsync();
        var next = (await desk.CaseAsync(number)).Deliveries.Single(delivery => delivery.Department == "gd-mhsa").Id;

        await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r1", number, default));
        await desk.DeliverAsync();
        await http.TellAsync("gd-mhsa", departments.Event("gd-mhsa", next, 1, "forwarded", to: "gd-civil"));

        var notices = await desk.UseAsync<HubDbContext, List<string?>>(context => context.Set<Delivery>()
            .Where(row => row.Kind == DeliveryKind.Withdrawal && row.Receipt != null).Select(row => row.Withdraws).ToListAsync());
        Assert.Equal([next, origin], notices.OrderByDescending(id => id, StringComparer.Ordinal));
        var view = await desk.CaseAsync(number);
        Assert.Equal(ApplicationStatus.Withdrawn, view.Status);
        Assert.Equal(2, view.Deliveries.Count);
    }

    [Fact]
    public async Task What_was_turned_down_before_the_case_was_taken_back_goes_on_nowhere()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete("social-security-card"))).Value;
        await desk.DeliverAsync();
        await desk.DeliverAsync();
        using var http = await desk.ListenAsync();
        var refused = filed.Deliveries.Single(delivery => delivery.Item == "gd-mi-003").Id;
        await http.TellAsync("gd-mhsa", departments.Event("gd-mhsa", refused, 1, "rejected"));
        await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r1", filed.CaseNumber, default));

        Assert.Equal("202", await http.TellAsync("gd-mhsa", departments.Event("gd-mhsa", refused, 2, "forwarded", to: "gd-civil")).SaysAsync());

        var view = await desk.CaseAsync(filed.CaseNumber);
        Assert.Equal((3, ApplicationStatus.Withdrawn), (view.Deliveries.Count, view.Status));
    }

    private static async Task<(HttpClient Http, string Case, string Delivery)> AcceptedAsync(ApplicationsDesk desk)
    {
        var http = await desk.ListenAsync();
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
        await desk.DeliverAsync();
        return (http, filed.CaseNumber, filed.Deliveries[0].Id);
    }

    private static Task<CaseView> AsFiledAsync(ApplicationsDesk desk, string number) => desk.UseAsync<HubDbContext, CaseView>(async context =>
        CaseView.AsFiled(await context.Set<Application>().AsNoTracking().Include(row => row.Deliveries).Include(row => row.Events).SingleAsync(row => row.CaseNumber == number)));
}
