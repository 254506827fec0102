using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Alerts.Conditions;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Tests.Storage;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Applications.Resilience;

/// <summary>What counts as a dead letter, how it is grouped, and who is told.</summary>
public sealed class DeadLetterTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task They_stand_by_department_and_cause_with_the_oldest_first(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        await desk.QueueAsync("gd-tax", 2, TimeSpan.FromHours(3), "CB4002", attempts: 3);
        await desk.QueueAsync("gd-tax", 1, TimeSpan.FromHours(2), "CB4002", attempts: 3);
        await desk.QueueAsync("gd-hrss", 4, TimeSpan.FromHours(5));
        await desk.QueueAsync("gd-tax", 1, TimeSpan.FromMinutes(1), "CB4003", attempts: 50);
        // Neither old nor tried often.
        await desk.QueueAsync("gd-edu", 1, TimeSpan.FromMinutes(59), "CB4002", attempts: 49);

        var groups = await GroupsAsync(desk);

        Assert.Equal(
            [("gd-hrss", null, 4, 1), ("gd-tax", "CB4002", 3, 2), ("gd-tax", "CB4003", 1, 1)],
            groups.Select(group => (group.Department, group.Cause, group.Count, group.Cases)));
        var oldest = await desk.UseAsync<IDeadLetters, IReadOnlyList<DeadLetter>>(
            letters => letters.OldestAsync(groups[1], 2, TimeProvider.System.GetUtcNow(), Stop));
        Assert.Equal(2, oldest.Count);
        Assert.Equal(groups[1].Oldest, oldest[0].QueuedAt);
        var backlog = await desk.UseAsync<IDeadLetters, IReadOnlyList<Backlog>>(letters => letters.BacklogAsync(Stop));
        Assert.Equal([("gd-edu", 1), ("gd-hrss", 4), ("gd-tax", 4)], backlog.Select(line => (line.Department, line.Waiting)).Order());
        Assert.Equal("CB5110", ErrorCatalogue.DeliveryUnanswered.Code);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_department_in_maintenance_has_none_and_none_of_the_alerts(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        await desk.QueueAsync("gd-tax", 2, TimeSpan.FromHours(3), "CB4002", attempts: 60);
        var now = TimeProvider.System.GetUtcNow();
        Assert.Single(await ConditionsAsync(desk, now), condition => condition.Kind == AlertKind.DeadLetters);
        Assert.Equal(2, Assert.Single(await StuckAsync(desk, now)).Count);

        await desk.UseAsync<Maintenance, Outcome<MaintenanceWindow>>(
            maintenance => maintenance.AnnounceAsync(new("gd-tax", now.AddMinutes(-1), now.AddHours(1), "New servers."), "operator", Stop));

        Assert.Empty(await GroupsAsync(desk));
        Assert.Empty(await ConditionsAsync(desk, now));
        Assert.Empty(await StuckAsync(desk, now));
    }

    [Theory, InlineData("SQLite", "COVERING INDEX"), InlineData("PostgreSQL", "Index Only Scan")]
    public async Task However_many_deliveries_were_concluded_only_what_waits_is_looked_at(string database, string byIndexAlone)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        await desk.QueueAsync("gd-tax", 2, TimeSpan.FromHours(3), "CB4002", attempts: 3);

        var (backlog, dead) = await desk.UseAsync<HubDbContext, (string, string)>(async context =>
            (await QueryPlan.OfAsync(context, context.Backlogs(), Stop),
            await QueryPlan.OfAsync(context, context.DeadLetterGroups(new DeliveryOptions(), TimeProvider.System.GetUtcNow()), Stop)));

        Assert.Contains(byIndexAlone, backlog, StringComparison.Ordinal);
        Assert.Contains("IX_Deliveries_Status_Department_DueAt_QueuedAt", backlog, StringComparison.Ordinal);
        Assert.Contains("IX_Deliveries_Status_Department_DueAt_QueuedAt", dead, StringComparison.Ordinal);
        Assert.DoesNotMatch("SCAN d\\b|Seq Scan on \"Deliveries\"", backlog + dead);
    }

    [Fact]
    public async Task An_open_circuit_is_told_of_after_two_minutes()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        await desk.OpenCircuitAsync("gd-tax");
        var now = TimeProvider.System.GetUtcNow();

        Assert.Empty(await ConditionsAsync(desk, now));
        var condition = Assert.Single(await ConditionsAsync(desk, now.AddMinutes(3)));
        Assert.Equal((AlertKind.CircuitOpen, "gd-tax"), (condition.Kind, condition.Subject));

        // It said that it would be away.
        Assert.True((await desk.UseAsync<Maintenance, Outcome<MaintenanceWindow>>(
            maintenance => maintenance.AnnounceAsync(new("gd-tax", now.AddMinutes(-1), now.AddHours(1), "New servers."), "operator", Stop))).Succeeded);
        Assert.Empty(await ConditionsAsync(desk, now.AddMinutes(3)));
    }

    private static Task<IReadOnlyList<DeadLetterGroup>> GroupsAsync(ApplicationsDesk desk) =>
        desk.UseAsync<IDeadLetters, IReadOnlyList<DeadLetterGroup>>(letters => letters.GroupsAsync(TimeProvider.System.GetUtcNow(), Stop));

    private static Task<IReadOnlyList<AlertCondition>> ConditionsAsync(ApplicationsDesk desk, DateTimeOffset now) =>
        desk.UseAsync<IDepartmentCircuits, IReadOnlyList<AlertCondition>>(circuits => desk.UseAsync<IDeadLetters, IReadOnlyList<AlertCondition>>(
            letters => desk.UseAsync<IMaintenanceWindows, IReadOnlyList<AlertCondition>>(
                maintenance => new DepartmentConditions(circuits, letters, maintenance).FindAsync(now, Stop))));

    private static Task<IReadOnlyList<(string Department, int Count)>> StuckAsync(ApplicationsDesk desk, DateTimeOffset now) =>
        desk.UseAsync<HubDbContext, IReadOnlyList<(string, int)>>(
            context => new Federation.Storage.Stores.AlertFacts(context).StuckAsync(5, now.AddMinutes(-15), now, Stop));
}
