using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Applications.Resilience;

/// <summary>Windows that the settings plan: once, and every week.</summary>
public sealed class PlannedMaintenanceTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11-30T00:00:00Z", "2026-12-05T18:00:00Z")]
    [InlineData("2026-12-05T19:30:00Z", "2026-12-05T18:00:00Z")]
    [InlineData("2026-12-05T20:00:00Z", "2026-12-12T18:00:00Z")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-02T18:00:00Z")]
    public void A_weekly_one_is_under_way_or_comes_next_by_the_time_of_Beijing(string now, string from)
    {
        var sundays = new PlannedWindow { Weekly = DayOfWeek.Sunday, At = new TimeOnly(2, 0), For = TimeSpan.FromHours(2), Reason = "Updates." };

        var next = sundays.Next(At(now));

        Assert.Equal((At(from), At(from).AddHours(2)), next);
    }

    [Fact]
    public void One_that_is_over_never_comes_again()
    {
        var once = new PlannedWindow { From = At("2026-12-01T00:00:00Z"), To = At("2026-12-01T04:00:00Z"), Reason = "A new building." };

        Assert.NotNull(once.Next(At("2026-12-01T03:59:59Z")));
        Assert.Null(once.Next(At("2026-12-01T04:00:00Z")));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task It_closes_the_department_once_and_what_an_operator_ended_stays_ended(string database)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var desk = await OpenAsync(database, new PlannedWindow { From = now.AddHours(-1), To = now.AddHours(5), Reason = "Planned." });
        await desk.QueueAsync("gd-tax", 1);
        var planned = desk.Services.GetRequiredService<PlannedMaintenance>();

        await planned.AnnounceAsync(Stop);
        await planned.AnnounceAsync(Stop);

        var window = Assert.Single(await ComingAsync(desk, now));
        Assert.Equal(("gd-tax", "Planned.", PlannedMaintenance.By), (window.Department, window.Reason, window.By));
        Assert.Empty(await DueAsync(desk, now));

        Assert.True((await desk.UseAsync<Maintenance, Outcome<MaintenanceWindow>>(maintenance => maintenance.EndAsync(window.Id, "operator", Stop))).Succeeded);
        await planned.AnnounceAsync(Stop);
        Assert.Equal(["gd-tax"], await DueAsync(desk, TimeProvider.System.GetUtcNow()));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_is_planned_no_more_goes_unless_it_has_begun(string database)
    {
        var now = TimeProvider.System.GetUtcNow();
        var begun = new PlannedWindow { From = now.AddHours(-1), To = now.AddHours(5), Reason = "Begun." };
        var later = new PlannedWindow { From = now.AddHours(8), To = now.AddHours(9), Reason = "Later." };
        await using var desk = await OpenAsync(database, begun, later);
        var planned = desk.Services.GetRequiredService<PlannedMaintenance>();
        await planned.AnnounceAsync(Stop);
        Assert.Equal(2, (await ComingAsync(desk, now)).Count);

        await desk.UseAsync<IMaintenanceWindows, bool>(async windows =>
        {
            await windows.PlanAsync(PlannedMaintenance.By, [], now, Stop);
            return true;
        });

        Assert.Equal("Begun.", Assert.Single(await ComingAsync(desk, now)).Reason);
    }

    [Fact]
    public void What_does_not_hold_is_CB1001()
    {
        var from = At("2026-12-01T00:00:00Z");
        PlannedWindow[] wrong =
        [
            new() { Reason = "No time." },
            new() { From = from, To = from, Reason = "No length." },
            new() { From = from, To = from.AddDays(20), Reason = "Too long." },
            new() { From = from, To = from.AddHours(1) },
            new() { Weekly = DayOfWeek.Monday, For = TimeSpan.FromDays(2), Reason = "Never ends." },
            new() { Weekly = DayOfWeek.Monday, For = TimeSpan.FromHours(1), From = from, Reason = "Both." },
        ];

        var validated = new PlannedMaintenanceOptionsValidator().Validate(
            null, new() { Departments = [new() { Slug = "gd-tax", Maintenance = [.. wrong] }] });

        Assert.Equal(wrong.Length, validated.Failures!.Count());
        Assert.All(validated.Failures!, failure => Assert.StartsWith("CB1001", failure, StringComparison.Ordinal));
    }

    private Task<ApplicationsDesk> OpenAsync(string database, params PlannedWindow[] windows) =>
        ApplicationsDesk.OpenAsync(departments, database, worker: false, more: services => services.Configure<PlannedMaintenanceOptions>(
            options => options.Departments.Single(department => department.Slug == "gd-tax").Maintenance = [.. windows]));

    private static Task<IReadOnlyList<MaintenanceWindow>> ComingAsync(ApplicationsDesk desk, DateTimeOffset now) =>
        desk.UseAsync<IMaintenanceWindows, IReadOnlyList<MaintenanceWindow>>(windows => windows.ComingAsync(now, Stop));

    private static Task<IReadOnlyList<string>> DueAsync(ApplicationsDesk desk, DateTimeOffset now) =>
        desk.UseAsync<IDeliveryQueue, IReadOnlyList<string>>(queue => queue.DueDepartmentsAsync(now.AddSeconds(1), Stop));

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
