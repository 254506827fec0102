using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Pickup;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Testing;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Tests.Applications.Resilience;

/// <summary>A department that is closed for a while: nothing is handed over, nothing is lost.</summary>
public sealed class MaintenanceTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Within_it_nothing_is_handed_over_and_after_it_everything_is(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database);
        var window = (await AnnounceAsync(desk, "zh-hrss", Now.AddMinutes(-1), Now.AddHours(2))).Value;

        var closed = (await desk.SubmitAsync(Requests.Complete("gd-si-001"))).Value;
        var open = (await desk.SubmitAsync(Requests.Complete("gd-si-003", "open"))).Value;
        await desk.UntilAsync(open.CaseNumber, view => view.Status == ApplicationStatus.Accepted);

        var department = desk.Services.GetRequiredService<IOptions<DepartmentsOptions>>().Value.Find("zh-hrss")!;
        Assert.Empty(await desk.UseAsync<OfferDeliveries, IReadOnlyList<OfferedDelivery>>(offer => offer.OfferAsync(department, 10, Stop)));
        var waiting = Assert.Single(await desk.DeliveriesAsync("zh-hrss"));
        Assert.Equal((DeliveryStatus.Queued, 0, (string?)null), (waiting.Status, waiting.Attempts, waiting.Envelope));

        var ended = await desk.UseAsync<Maintenance, Outcome<MaintenanceWindow>>(maintenance => maintenance.EndAsync(window.Id, "operator", Stop));
        await desk.UntilAsync(closed.CaseNumber, view => view.Status == ApplicationStatus.Accepted);
        Assert.True(ended.Succeeded);
        Assert.Equal((1, 1), (await desk.AuditedAsync("maintenance.announced"), await desk.AuditedAsync("maintenance.ended")));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_was_over_long_ago_is_forgotten_and_what_began_then_and_goes_on_is_not(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        MaintenanceWindow Of(string department, int untilDays) => new()
        {
            Id = Guid.NewGuid(), Department = department, From = Now.AddDays(-110), Until = Now.AddDays(untilDays), Reason = "New servers.", By = "operator",
        };

        var left = await desk.UseAsync<HubDbContext, List<string>>(async context =>
        {
            context.AddRange(Of("gd-tax", -101), Of("gd-hrss", -99), Of("gd-edu", 1));
            await context.SaveChangesAsync(Stop);
            await MaintenanceWindows.RemoveAsync(context, Now.AddDays(-100), Stop);
            return await context.Set<MaintenanceWindow>().Select(window => window.Department).ToListAsync(Stop);
        });

        Assert.Equal(["gd-edu", "gd-hrss"], left.Order(StringComparer.Ordinal));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task It_begins_and_ends_by_itself(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var (from, until) = (Now.AddHours(1), Now.AddHours(2));
        await AnnounceAsync(desk, "gd-tax", from, until);
        await desk.QueueAsync("gd-tax", 2);

        var due = new List<int>();
        foreach (var moment in new[] { from.AddSeconds(-1), from.AddSeconds(1), until.AddSeconds(1) })
            due.Add((await desk.UseAsync<IDeliveryQueue, IReadOnlyList<string>>(queue => queue.DueDepartmentsAsync(moment, Stop))).Count);
        var within = await LeaseAsync(desk, from.AddSeconds(1));
        var after = await LeaseAsync(desk, until.AddSeconds(1));

        Assert.Equal([1, 0, 1], due);
        Assert.Empty(within);
        Assert.Equal(2, after.Count);
    }

    [Fact]
    public async Task What_does_not_hold_is_CB5111_CB5112_or_CB5089()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var now = Now;

        var codes = new List<string>
        {
            (await AnnounceAsync(desk, "gd-tax", now.AddHours(2), now.AddHours(1))).Error.Code,
            (await AnnounceAsync(desk, "gd-tax", now.AddHours(-2), now.AddHours(-1))).Error.Code,
            (await AnnounceAsync(desk, "gd-tax", now, now.AddDays(15))).Error.Code,
            (await AnnounceAsync(desk, "gd-tax", now, null)).Error.Code,
            (await AnnounceAsync(desk, "gd-tax", now, now.AddHours(1), "  ")).Error.Code,
        };
        var nobody = await AnnounceAsync(desk, "nobody", now, now.AddHours(1));
        var unknown = await desk.UseAsync<Maintenance, Outcome<MaintenanceWindow>>(maintenance => maintenance.EndAsync(Guid.NewGuid(), "operator", Stop));

        Assert.All(codes, code => Assert.Equal("CB5111", code));
        Assert.Equal(("CB5089", "CB5112"), (nobody.Error.Code, unknown.Error.Code));
        Assert.Equal(0, await desk.AuditedAsync("maintenance.announced"));
    }

    private static Task<Outcome<MaintenanceWindow>> AnnounceAsync(
        ApplicationsDesk desk, string department, DateTimeOffset from, DateTimeOffset? until, string reason = "New servers.") =>
        desk.UseAsync<Maintenance, Outcome<MaintenanceWindow>>(
            maintenance => maintenance.AnnounceAsync(new(department, from, until, reason), "operator", Stop));

    private static Task<IReadOnlyList<Delivery>> LeaseAsync(ApplicationsDesk desk, DateTimeOffset now) =>
        desk.UseAsync<IDeliveryQueue, IReadOnlyList<Delivery>>(queue => queue.LeaseAsync(new("gd-tax", "test", 10, now, now.AddSeconds(25)), Stop));
}
