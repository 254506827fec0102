using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Testing;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Applications.Resilience;

/// <summary>The circuit in the queue: who waits when a department is dead, and how it comes back.</summary>
public sealed class CircuitFlowTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_department_that_is_back_gets_everything_by_itself_and_its_circuit_closes(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database);
        await departments.SwitchAsync("gz-hpf", "down");
        var waiting = await desk.QueueAsync("gz-hpf", 30);
        await Waiting.UntilAsync(desk.CircuitsAsync, circuits => circuits.GetValueOrDefault("gz-hpf")?.State == CircuitState.Open, "the circuit is open", Stop);

        await departments.SwitchAsync("gz-hpf", "off");
        await Waiting.UntilAsync(
            () => desk.DeliveriesAsync("gz-hpf"), all => all.TrueForAll(delivery => delivery.Status == DeliveryStatus.Accepted), "all are accepted", Stop);

        await Waiting.UntilAsync(desk.CircuitsAsync, circuits => circuits.Count == 0, "the circuit is closed", Stop);
        var arrived = await departments.ArrivalsAsync("gz-hpf");
        Assert.All(waiting, id => Assert.Contains(id, arrived.Keys));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Five_thousand_that_wait_for_a_dead_department_delay_nobody_else_and_are_not_tried(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(
            departments, database, more: services => services.Configure<DeliveryOptions>(options => options.CanaryEvery = TimeSpan.FromHours(1)));
        await departments.SwitchAsync("gd-edu", "down");
        await desk.QueueAsync("gd-edu", 5000, TimeSpan.FromMinutes(5));

        // What is handed in meanwhile is stored and reaches its own department.
        var other = (await desk.SubmitAsync(Requests.Complete("gd-si-003", "beside"))).Value;
        await desk.UntilAsync(other.CaseNumber, view => view.Status == ApplicationStatus.Accepted);
        await Waiting.UntilAsync(desk.CircuitsAsync, circuits => circuits.GetValueOrDefault("gd-edu")?.State == CircuitState.Open, "the circuit is open", Stop);
        await Waiting.UntilAsync(
            () => desk.DeliveriesAsync("gd-edu"), all => all.TrueForAll(delivery => delivery.LeaseOwner is null), "what was under way has ended", Stop);

        // Five failures open it; beside these at most what was under way already, and what was taken while they were being counted.
        var limits = new DeliveryOptions();
        var all = await desk.DeliveriesAsync("gd-edu");
        Assert.InRange(all.Sum(delivery => delivery.Attempts), limits.OpenAfter, limits.OpenAfter + (2 * limits.PerDepartment));
        Assert.All(all, delivery => Assert.Equal(DeliveryStatus.Queued, delivery.Status));
        await departments.SwitchAsync("gd-edu", "off");
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task One_node_alone_sends_the_canary(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        await desk.OpenCircuitAsync("gd-tax");
        var due = TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(1);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.UseAsync<IDepartmentCircuits, bool>(
            circuits => circuits.TryCanaryAsync("gd-tax", due, due + TimeSpan.FromSeconds(25), Stop))));

        Assert.Equal(1, taken.Count(took => took));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Failures_that_end_at_once_are_all_counted(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => desk.UseAsync<IDepartmentCircuits, CircuitState>(
            async circuits => (await circuits.FailedAsync("gd-tax", TimeProvider.System.GetUtcNow(), Stop)).After)));

        Assert.Equal((12, CircuitState.Open), ((await desk.CircuitsAsync())["gd-tax"].Failures, (await desk.CircuitsAsync())["gd-tax"].State));
    }

    [Fact]
    public async Task A_refusal_in_so_many_words_opens_nothing()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        for (var i = 0; i < 10; i++)
        {
            await desk.UseAsync<DepartmentFlow, bool>(async flow =>
            {
                await flow.FailedAsync("gd-tax", ErrorCatalogue.PartnerRefused.With("It answered 422."), Stop);
                return true;
            });
        }

        Assert.Empty(await desk.CircuitsAsync());
    }
}
