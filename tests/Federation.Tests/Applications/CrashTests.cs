using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>Whatever step a process dies at, the next one finishes the work: nothing lost, nothing twice.</summary>
public sealed class CrashTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("crossborder-crash-").FullName;

    [Theory]
    [InlineData(CrashStep.BeforeTheEnvelopeIsStored, 1)]
    [InlineData(CrashStep.BeforeSending, 1)]
    [InlineData(CrashStep.AfterTheDepartmentAnswered, 2)]
    [InlineData(CrashStep.BeforeTheReceiptIsStored, 2)]
    [InlineData(CrashStep.AfterTheReceiptIsStored, 1)]
    public async Task The_next_process_finishes_what_a_dead_one_left(CrashStep step, int arrivals)
    {
        var database = "Data Source=" + Path.Combine(folder, "hub.db");
        var crash = new Crash(step);
        string caseNumber;
        string delivery;
        string? envelope;
        await using (var dying = await ApplicationsDesk.OpenAsync(departments, database, more: crash.AddTo))
        {
            var filed = (await dying.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
            (caseNumber, delivery) = (filed.CaseNumber, filed.Deliveries[0].Id);
            await crash.Happened;
            envelope = await EnvelopeAsync(dying);
        }

        // The next process comes after the dead one's lease has run out.
        await using var next = await ApplicationsDesk.OpenAsync(departments, database, more: services =>
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new LaterClock(TimeSpan.FromSeconds(30)))));
        var view = await next.UntilAsync(caseNumber, view => view.Status == ApplicationStatus.Accepted);

        Assert.Equal(delivery, Assert.Single(view.Deliveries).Id);
        Assert.Single(view.Timeline, line => line.Event == "accepted");
        // A department that answers too late for the hub is asked once more.
        Assert.InRange((await departments.ArrivalsAsync("gd-hrss"))[delivery], arrivals, arrivals + 2);
        Assert.Equal(1, await next.UseAsync<HubDbContext, int>(context => context.Set<Receipt>().CountAsync()));
        if (envelope is not null)
            Assert.Equal(envelope, await EnvelopeAsync(next));
    }

    [Fact]
    public async Task A_delivery_that_another_worker_holds_is_not_handed_over_a_second_time()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        await desk.SubmitAsync(Requests.Complete("gd-si-003"));
        var now = DateTimeOffset.UnixEpoch.AddYears(100);

        var first = await LeaseAsync(desk, "one", now);
        var second = await LeaseAsync(desk, "two", now);
        var afterwards = await LeaseAsync(desk, "two", now.AddMinutes(2));

        Assert.Equal(1, Assert.Single(first).Attempts);
        Assert.Empty(second);
        Assert.Equal((first[0].Id, 2), (Assert.Single(afterwards).Id, afterwards[0].Attempts));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Many_workers_at_once_take_each_delivery_once(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        for (var index = 0; index < 30; index++)
            await desk.SubmitAsync(Requests.Complete("gd-si-003", $"key-{index}"));
        var now = DateTimeOffset.UnixEpoch.AddYears(100);

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(async worker =>
        {
            var own = new List<string>();
            while (await LeaseAsync(desk, $"worker-{worker}", now, 3) is { Count: > 0 } leased)
                own.AddRange(leased.Select(delivery => delivery.Id));
            return own;
        }));

        var all = taken.SelectMany(own => own).ToList();
        // A worker that found the others' rows locked may have seen an empty queue; what it left is still there, once.
        all.AddRange((await LeaseAsync(desk, "last", now, 30)).Select(delivery => delivery.Id));
        Assert.Equal(30, all.Count);
        Assert.Equal(30, all.Distinct().Count());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Task<IReadOnlyList<Delivery>> LeaseAsync(ApplicationsDesk desk, string owner, DateTimeOffset now, int count = 8) =>
        desk.UseAsync<IDeliveryQueue, IReadOnlyList<Delivery>>(queue =>
            queue.LeaseAsync(new LeaseRequest("gd-hrss", owner, count, now, now.AddMinutes(1)), default));

    private static Task<string?> EnvelopeAsync(ApplicationsDesk desk) =>
        desk.UseAsync<HubDbContext, string?>(context => context.Set<Delivery>().Select(delivery => delivery.Envelope).SingleAsync());

    private sealed class LaterClock(TimeSpan later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
    }
}
