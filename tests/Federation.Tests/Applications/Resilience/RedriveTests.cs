using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Testing;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Applications.Resilience;

/// <summary>Sending again what did not get through: the same deliveries, and what came of it.</summary>
public sealed class RedriveTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_whole_cause_is_sent_again_and_the_page_can_tell_how_far_it_is(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database);
        await departments.SwitchAsync("gd-civil", "down");
        var ids = await desk.QueueAsync("gd-civil", 12, TimeSpan.FromHours(2));
        // Until the circuit is open and each has its cause or none.
        await Waiting.UntilAsync(desk.CircuitsAsync, circuits => circuits.GetValueOrDefault("gd-civil")?.State == CircuitState.Open, "the circuit is open", Stop);
        var tried = await Waiting.UntilAsync(
            () => desk.DeliveriesAsync("gd-civil"), all => all.Exists(delivery => delivery is { LastFault: "CB4002", Envelope: not null }), "one was tried", Stop);

        var count = await desk.UseAsync<RedriveDeliveries, Outcome<int>>(redrive => redrive.GroupAsync("gd-civil", "CB4002", " gd-civil ", "operator", Stop));
        await departments.SwitchAsync("gd-civil", "off");
        await Waiting.UntilAsync(
            () => desk.DeliveriesAsync("gd-civil"), all => all.TrueForAll(delivery => delivery.Status == DeliveryStatus.Accepted), "all are accepted", Stop);

        var progress = Assert.Single(await LatestAsync(desk));
        Assert.Equal((count.Value, count.Value, count.Value, 0), (progress.Total, progress.Tried, progress.Concluded, progress.FailedAgain));
        Assert.Equal(("operator", "CB4002"), (progress.Redrive.By, progress.Redrive.Cause));
        var now = await desk.DeliveriesAsync("gd-civil");
        Assert.Equal(ids.Order(), now.Select(delivery => delivery.Id).Order());
        foreach (var before in tried.Where(delivery => delivery.Envelope is not null))
            Assert.Equal(before.Envelope, now.Single(delivery => delivery.Id == before.Id).Envelope);
        Assert.Equal(1, await desk.AuditedAsync("delivery.redriven"));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task One_that_fails_again_is_told_as_such(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var id = Assert.Single(await desk.QueueAsync("gd-tax", 1, TimeSpan.FromHours(2), "CB4003", attempts: 7));
        var later = Assert.Single(await desk.QueueAsync("gd-tax", 1, TimeSpan.FromHours(1)));
        await desk.OpenCircuitAsync("gd-tax");

        var redriven = await desk.UseAsync<RedriveDeliveries, Outcome<Redrive>>(redrive => redrive.OneAsync(id, "operator", Stop));
        var waiting = Assert.Single(await LatestAsync(desk));
        var now = TimeProvider.System.GetUtcNow();
        var canary = await desk.UseAsync<IDepartmentCircuits, bool>(circuits => circuits.TryCanaryAsync("gd-tax", now, now.AddSeconds(25), Stop));
        var leased = Assert.Single(await desk.UseAsync<IDeliveryQueue, IReadOnlyList<Delivery>>(
            queue => queue.LeaseAsync(new("gd-tax", "test", 1, now, now.AddSeconds(25)), Stop)));
        await desk.UseAsync<IDeliveryQueue, bool>(async queue =>
        {
            await queue.PostponeAsync(leased, ErrorCatalogue.PartnerUnreachable.With("Still down."), "delayed", now.AddSeconds(15), now, Stop);
            return true;
        });

        Assert.Equal("CB4003", redriven.Value.Cause);
        Assert.Equal((1, 0, 0, 0), (waiting.Total, waiting.Tried, waiting.Concluded, waiting.FailedAgain));
        // An operator does not wait for the next canary, and it is the delivery that was chosen.
        Assert.True(canary);
        Assert.Equal(id, leased.Id);
        var failed = Assert.Single(await LatestAsync(desk));
        Assert.Equal((1, 1, 0, 1), (failed.Total, failed.Tried, failed.Concluded, failed.FailedAgain));
        Assert.Equal(0, (await desk.DeliveriesAsync("gd-tax")).Single(delivery => delivery.Id == later).Attempts);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task More_than_one_batch_is_sent_again_whole(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        await desk.QueueAsync("gd-tax", 1201, TimeSpan.FromHours(2), "CB4002", attempts: 3);
        await desk.QueueAsync("gd-tax", 3, TimeSpan.FromHours(2), "CB4003", attempts: 3);

        var count = await desk.UseAsync<RedriveDeliveries, Outcome<int>>(redrive => redrive.GroupAsync("gd-tax", "CB4002", "gd-tax", "operator", Stop));

        Assert.Equal(1201, count.Value);
        Assert.Equal(1201, Assert.Single(await LatestAsync(desk)).Total);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_was_sent_again_long_ago_is_forgotten_and_its_delivery_stays(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var ids = await desk.QueueAsync("gd-tax", 2, TimeSpan.FromHours(2), "CB4002", attempts: 3);
        var sent = new List<Redrive>();
        foreach (var id in ids)
            sent.Add((await desk.UseAsync<RedriveDeliveries, Outcome<Redrive>>(redrive => redrive.OneAsync(id, "operator", Stop))).Value);
        var (old, border) = (TimeProvider.System.GetUtcNow().AddDays(-101), TimeProvider.System.GetUtcNow().AddDays(-100));
        await desk.UseAsync<HubDbContext, int>(context => context.Set<Redrive>().Where(redrive => redrive.Id == sent[0].Id)
            .ExecuteUpdateAsync(row => row.SetProperty(redrive => redrive.At, old), Stop));

        await desk.UseAsync<HubDbContext, bool>(async context =>
        {
            await Redrives.RemoveAsync(context, border, Stop);
            return true;
        });

        Assert.Equal(sent[1].Id, Assert.Single(await LatestAsync(desk)).Redrive.Id);
        Assert.Equal([ids[1]], await desk.UseAsync<HubDbContext, List<string>>(context => context.Set<RedriveItem>().Select(item => item.DeliveryId).ToListAsync(Stop)));
        Assert.Equal(2, (await desk.DeliveriesAsync("gd-tax")).Count);
    }

    [Fact]
    public async Task Another_name_is_CB5114_and_nothing_to_send_is_CB5115()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        await desk.QueueAsync("gd-tax", 1, TimeSpan.FromHours(2), "CB4002", attempts: 3);

        var codes = new List<string>();
        foreach (var (department, cause, typed) in new[]
        {
            ("gd-tax", "CB4002", "gd-hrss"), ("gd-tax", "CB4003", "gd-tax"), ("nobody", "CB4002", "nobody"),
        })
            codes.Add((await desk.UseAsync<RedriveDeliveries, Outcome<int>>(redrive => redrive.GroupAsync(department, cause, typed, "operator", Stop))).Error.Code);
        var one = await desk.UseAsync<RedriveDeliveries, Outcome<Redrive>>(redrive => redrive.OneAsync("nothing", "operator", Stop));

        Assert.Equal(["CB5114", "CB5115", "CB5089"], codes);
        Assert.Equal("CB5115", one.Error.Code);
        Assert.Empty(await LatestAsync(desk));
        Assert.Equal(0, await desk.AuditedAsync("delivery.redriven"));
    }

    private static Task<IReadOnlyList<RedriveProgress>> LatestAsync(ApplicationsDesk desk) =>
        desk.UseAsync<IRedrives, IReadOnlyList<RedriveProgress>>(redrives => redrives.LatestAsync(5, TimeProvider.System.GetUtcNow(), Stop));
}
