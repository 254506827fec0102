using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Alerts.Conditions;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Storage;
using CrossBorder.Testing.Databases;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CrossBorder.Federation.Tests.Applications.Clock;

/// <summary>Clocks from filing to decision, on both databases. Filed on Tuesday 10 February 2026: five working days end on the 24th, twenty on 16 March.</summary>
public sealed class DeliveryClockTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string Slug = "gd-hrss";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 2, 10, 2, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Time_for_corrections_moves_the_deadline_and_a_repeated_filing_still_gets_the_first_answer(string database)
    {
        await using var desk = await ClockDesk.OpenAsync(departments, database, clock);
        var (number, delivery) = await desk.FileAsync();
        Assert.Equal((new(2026, 2, 24), new(2026, 3, 16)), await TermsAsync(desk, delivery));
        await desk.ArrivedAsync(delivery);

        On(2, 13);
        await desk.TellAsync(Slug, delivery, 1, DepartmentEventStatus.ActionNeeded, reason: "請補交相片");
        Assert.Equal(ClockState.Stopped, Only(await desk.CaseAsync(number)).State);
        On(3, 2);
        await desk.LookAsync();
        Assert.Empty(await desk.AuditedAsync());
        // Stopped over 14, 24, 25, 26, 27 and 28 February and 2 March: seven working days, to the seventh after 16 March.
        await desk.TellAsync(Slug, delivery, 2, DepartmentEventStatus.Accepted);

        Assert.Equal(new ClockView(ClockState.Running, new(2026, 3, 25), new(2026, 3, 16)), Only(await desk.CaseAsync(number)));
        var again = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
        Assert.Equal(new ClockView(ClockState.Running, new(2026, 3, 16), new(2026, 3, 16)), Only(again));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Whoever_is_passed_an_application_gets_time_of_its_own_and_the_reason_is_told(string database)
    {
        await using var desk = await ClockDesk.OpenAsync(departments, database, clock);
        var (number, delivery) = await desk.FileAsync();
        await desk.ArrivedAsync(delivery);

        On(3, 2);
        await desk.TellAsync(Slug, delivery, 1, DepartmentEventStatus.Forwarded, to: "gd-mhsa", reason: "屬醫保範圍");

        var view = await desk.CaseAsync(number);
        Assert.Equal([ClockState.Ended, ClockState.Running], view.Deliveries.Select(row => row.Clock!.State));
        // Twenty working days from 2 March: 27 would be nineteen.
        Assert.Equal((new(2026, 3, 9), new(2026, 3, 30)), await TermsAsync(desk, view.Deliveries[1].Id));
        Assert.False((await desk.ClockAsync(delivery)).Decided);
        Assert.Equal("屬醫保範圍", view.Timeline.Single(line => line.Event == CaseEvents.Forwarded).Reason);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Two_nodes_tell_timeline_log_and_operators_once(string database)
    {
        await using var files = new SharedDatabase();
        var connection = await files.ConnectionAsync(database);
        await using var one = await ClockDesk.OpenAsync(departments, connection, clock);
        await using var other = await ClockDesk.OpenAsync(departments, connection, clock);
        var (number, delivery) = await one.FileAsync();
        await one.FileAsync("key-2");

        On(3, 12);
        await Task.WhenAll(Task.Run(one.LookAsync, Stop), Task.Run(other.LookAsync, Stop));
        On(3, 17);
        await Task.WhenAll(Task.Run(one.LookAsync, Stop), Task.Run(other.LookAsync, Stop));
        // Without the lease as well: a node that lost it in the middle of its work.
        await Task.WhenAll(TellAsync(one, delivery), TellAsync(other, delivery));

        var told = (await one.AuditedAsync()).CountBy(kind => kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Key} {kind.Value}");
        Assert.Equal(["delivery.answer_overdue 2", "delivery.due_soon 2", "delivery.overdue 2"], told);
        var lines = (await other.CaseAsync(number)).Timeline.Where(line => line.Hop == Slug).ToList();
        Assert.Equal([CaseEvents.AnswerOverdue, CaseEvents.DueSoon, CaseEvents.Overdue], lines.Select(line => line.Event));
        Assert.Equal(["2026-02-24", "2026-03-16", "2026-03-16"], lines.Select(line => line.Reason));

        var alert = Assert.Single(await one.UseAsync<IDeliveryClocks, IReadOnlyList<AlertCondition>>(clocks => new ClockConditions(clocks).FindAsync(clock.GetUtcNow(), Stop)));
        Assert.Equal((AlertKind.DecisionsOverdue, Slug, NoticeSeverity.Warning), (alert.Kind, alert.Subject, alert.Severity));
        Assert.Equal("“gd-hrss” is late with 2 decisions; the oldest was due on 2026-03-16", AlertText.Of(Alert.Raise(alert, clock.GetUtcNow())).En);
    }

    [Fact]
    public async Task One_that_breaks_keeps_none_behind_it_waiting()
    {
        await using var desk = await ClockDesk.OpenAsync(departments, "SQLite", clock);
        var filed = new List<(string Case, string Delivery)>();
        foreach (var key in (string[])["key-1", "key-2", "key-3"])
            filed.Add(await desk.FileAsync(key));
        // As after a defect of the disk: a day that is none, in the first of them.
        await desk.UseAsync<HubDbContext, int>(context => context.Database.ExecuteSqlAsync(
            $"UPDATE \"DeliveryClocks\" SET \"AnswerBy\" = 'never', \"LooksOn\" = '2026-02-01' WHERE \"DeliveryId\" = {filed[0].Delivery}", Stop));

        On(3, 2);
        await desk.LookAsync();

        foreach (var (number, _) in filed.Skip(1))
            Assert.Single((await desk.CaseAsync(number)).Timeline, line => line.Event == CaseEvents.AnswerOverdue);
        Assert.Equal(2, (await desk.AuditedAsync()).Count(kind => kind == "delivery.answer_overdue"));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Decisions_are_counted_by_department_and_by_whether_they_came_in_time(string database)
    {
        await using var desk = await ClockDesk.OpenAsync(departments, database, clock);
        using var counted = new Counted(desk.Services.GetRequiredService<IMeterFactory>().Create(ApplicationMetrics.Meter));
        var filed = new List<string>();
        for (var index = 0; index < 5; index++)
        {
            filed.Add((await desk.FileAsync($"key-{index}")).Delivery);
            await desk.ArrivedAsync(filed[index]);
        }

        On(3, 16);
        await desk.TellAsync(Slug, filed[0], 1, DepartmentEventStatus.Completed);
        await desk.TellAsync(Slug, filed[1], 1, DepartmentEventStatus.Rejected);
        On(3, 17);
        await desk.TellAsync(Slug, filed[2], 1, DepartmentEventStatus.Completed);
        await desk.TellAsync(Slug, filed[3], 1, DepartmentEventStatus.ActionNeeded);
        await desk.LookAsync();

        var today = WorkingCalendar.DayOf(clock.GetUtcNow());
        var row = Assert.Single(await desk.UseAsync<IDeliveryClocks, IReadOnlyList<DepartmentPunctuality>>(clocks => clocks.PunctualityAsync(today, today.AddDays(-90), Stop)));
        Assert.Equal(new DepartmentPunctuality(Slug, Open: 2, Stopped: 1, Unanswered: 1, Overdue: 1, new(2026, 3, 16), Decided: 3, OnTime: 2), row);
        Assert.Equal(2d / 3, row.Share);
        Assert.Equal(["gd-hrss False 1", "gd-hrss True 1", "gd-hrss True 1"], counted.Decided.Order(StringComparer.Ordinal));
        Assert.Equal(["gd-hrss 1"], counted.Overdue());
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_the_resident_takes_back_nobody_is_late_with(string database)
    {
        await using var desk = await ClockDesk.OpenAsync(departments, database, clock);
        var (number, delivery) = await desk.FileAsync();
        On(2, 12);
        await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r1", number, Stop));

        On(6, 1);
        await desk.LookAsync();
        Assert.Empty(await desk.AuditedAsync());
        Assert.Equal((ClockState.Ended, false), ((await desk.ClockAsync(delivery)).State, (await desk.ClockAsync(delivery)).Decided));
    }

    [Fact]
    public async Task The_api_tells_by_when_a_department_must_decide()
    {
        await using var desk = await ClockDesk.OpenAsync(departments, "SQLite", clock);
        var (number, delivery) = await desk.FileAsync();
        await desk.ArrivedAsync(delivery);
        using var http = await desk.ListenAsync("r1");

        var before = await DeliveryOfAsync(http, number);
        await desk.TellAsync(Slug, delivery, 1, DepartmentEventStatus.ActionNeeded);
        var asked = await DeliveryOfAsync(http, number);
        await desk.TellAsync(Slug, delivery, 2, DepartmentEventStatus.Completed);
        var done = await DeliveryOfAsync(http, number);

        Assert.Equal(("2026-03-16", "running"), Said(before));
        Assert.Equal(("2026-03-16", "stopped"), Said(asked));
        Assert.Equal(("2026-03-16", "ended"), Said(done));
    }

    [Fact]
    public async Task A_departments_own_receipt_and_event_answer_and_decide()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        using var http = await desk.ListenAsync();
        var (_, delivery) = await desk.FileAsync();
        await desk.DeliverAsync();
        Assert.NotNull((await desk.ClockAsync(delivery)).AnsweredOn);

        Assert.Equal("202", await http.TellAsync(Slug, departments.Event(Slug, delivery, 1, "completed")).SaysAsync());

        Assert.True((await desk.ClockAsync(delivery)).Decided);
    }

    private void On(int month, int day) => clock.SetUtcNow(new DateTimeOffset(2026, month, day, 9, 0, 0, TimeSpan.FromHours(8)));

    private static ClockView Only(CaseView view) => Assert.Single(view.Deliveries).Clock!;

    private static async Task<(DateOnly Answer, DateOnly Decide)> TermsAsync(ApplicationsDesk desk, string delivery)
    {
        var row = await desk.ClockAsync(delivery);
        return (row.AnswerBy, row.DecideBy);
    }

    private Task<IReadOnlyList<string>> TellAsync(ApplicationsDesk desk, string delivery) => Task.Run(
        () => desk.UseAsync<IDeliveryClocks, IReadOnlyList<string>>(clocks => clocks.TellAsync(delivery, clock.GetUtcNow(), Stop)), Stop);

    private static async Task<JsonElement> DeliveryOfAsync(HttpClient http, string number) =>
        (await http.GetFromJsonAsync<JsonElement>($"api/applications/{number}", Stop)).GetProperty("deliveries")[0];

    private static (string?, string?) Said(JsonElement delivery) => (delivery.GetProperty("decideBy").GetString(), delivery.GetProperty("clock").GetString());

    /// <summary>A database that several nodes open.</summary>
    private sealed class SharedDatabase : IAsyncDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("crossborder-clock-").FullName;

        public async Task<string> ConnectionAsync(string database)
        {
            if (database == "SQLite")
                return "Data Source=" + Path.Combine(folder, "shared.db");
            var server = await PostgreSqlServer.FindAsync();
            Assert.SkipWhen(server is null, PostgreSqlServer.Missing);
            return await server.CreateDatabaseAsync();
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Hears one desk's meter.</summary>
    private sealed class Counted : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly List<string> overdue = [];

        public Counted(Meter meter)
        {
            listener.InstrumentPublished = (instrument, hears) =>
            {
                if (instrument.Meter == meter && instrument.Name is ("crossborder.deliveries.decided" or "crossborder.deliveries.overdue"))
                    hears.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Decided.Add($"{Tag(tags, "department")} {Tag(tags, "on_time")} {value}"));
            listener.SetMeasurementEventCallback<int>((_, value, tags, _) => overdue.Add($"{Tag(tags, "department")} {value}"));
            listener.Start();
        }

        public List<string> Decided { get; } = [];

        public List<string> Overdue()
        {
            listener.RecordObservableInstruments();
            return overdue;
        }

        public void Dispose() => listener.Dispose();

        private static object? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name) =>
            tags.ToArray().FirstOrDefault(tag => tag.Key == name).Value;
    }
}
