using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Storage;
using CrossBorder.Testing.Brokers;
using CrossBorder.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Applications.Faults;

/// <summary>
/// Whatever breaks at whatever moment: what was accepted reaches its department once, under one id, and is signed for. A short run is a test;
/// CROSSBORDER_FAULT_APPLICATIONS=10000 makes it a long one, CROSSBORDER_FAULT_SEED repeats the order and lengths of the faults of another.
/// </summary>
public sealed class FaultRunTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const int Short = 60;
    private const int Filers = 4;

    /// <summary>One of a department that is posted to, one of a department behind a broker.</summary>
    private static readonly string[] Items = ["gd-si-003", "gd-si-001"];

    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_breaks_nothing_is_lost_nothing_comes_under_two_ids_and_all_is_finished()
    {
        var applications = Setting("CROSSBORDER_FAULT_APPLICATIONS") ?? Short;
        var seed = Setting("CROSSBORDER_FAULT_SEED") ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        Say($"seed {seed}, {applications} applications");
        await using var world = await FaultWorld.OpenAsync(departments);
        Assert.SkipWhen(world is null, $"{PostgreSqlServer.Missing} Or: {RabbitMqServer.Missing}");
        var began = Stopwatch.GetTimestamp();

        using var over = new CancellationTokenSource();
        var telling = applications > Short ? TellAsync(world.Desk, applications, over.Token) : Task.CompletedTask;
        IReadOnlyCollection<string> filed;
        try
        {
            var filing = FileAsync(world.Desk, applications);
            var hurt = await HurtAsync(world, filing, seed, applications);
            filed = await filing;
            Say($"filed after {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s; {string.Join(", ", hurt.CountBy(fault => fault).Select(count => $"{count.Key} {count.Value}"))}");
            await FinishedAsync(world, applications);
            Say($"finished after {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s; {world.Arrived.Count} arrivals of {applications} deliveries");
        }
        finally
        {
            await over.CancelAsync();
            await telling;
        }

        await CheckAsync(world, filed);
    }

    /// <summary>Says while a long run goes on how far it is, and how long the rest takes at this pace.</summary>
    private static async Task TellAsync(ApplicationsDesk desk, int applications, CancellationToken over)
    {
        var began = Stopwatch.GetTimestamp();
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(TellEvery, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                var (filed, accepted) = await desk.UseAsync<HubDbContext, (int, int)>(async context => (
                    await context.Set<Application>().CountAsync(over),
                    await context.Set<Application>().CountAsync(application => application.Status == ApplicationStatus.Accepted, over)));
                var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
                var left = (applications - accepted) * seconds / Math.Max(1, accepted) / 60;
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{seconds:F0} s: {filed} filed, {accepted} of {applications} accepted, {accepted / seconds:F1} a second, about {left:F0} min left"));
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // The database is just being hurt, or the run is over.
            }
        }
    }

    /// <summary>As a careful client does: the same key until there is an answer.</summary>
    private static async Task<IReadOnlyCollection<string>> FileAsync(ApplicationsDesk desk, int count)
    {
        var filed = new ConcurrentBag<string>();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Filers, CancellationToken = Stop }, async (index, stopping) =>
        {
            var began = Stopwatch.GetTimestamp();
            while (true)
            {
                try
                {
                    filed.Add((await desk.SubmitAsync(Requests.Complete(Items[index % Items.Length], $"key-{index}"))).Value.CaseNumber);
                    break;
                }
                catch (Exception fault) when (fault is not OperationCanceledException && Stopwatch.GetElapsedTime(began) < Patience)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(200), stopping);
                }
            }

            // Not all in one moment: the faults are to find something under way.
            await Task.Delay(TimeSpan.FromMilliseconds(100), stopping);
        });
        return filed;
    }

    /// <summary>Each fault once in some order, and again in another while something is filed.</summary>
    private static async Task<List<Fault>> HurtAsync(FaultWorld world, Task filing, int seed, int applications)
    {
        var dice = new Dice(seed);
        var hurt = new List<Fault>();
        do
        {
            foreach (var fault in dice.Shuffled(Enum.GetValues<Fault>()))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(dice.Next(0, 800)), Stop);
                await world.HurtAsync(fault, dice);
                await world.MendAsync();
                hurt.Add(fault);
            }
        }
        while (applications > Short && !filing.IsCompleted);
        return hurt;
    }

    private static async Task FinishedAsync(FaultWorld world, int applications)
    {
        var (last, moved) = (-1, Stopwatch.GetTimestamp());
        while (true)
        {
            await world.MendAsync();
            var accepted = await world.Desk.UseAsync<HubDbContext, int>(context =>
                context.Set<Application>().CountAsync(application => application.Status == ApplicationStatus.Accepted, Stop));
            if (accepted == applications)
                return;
            // However many there are, they go on.
            if (accepted != last)
                (last, moved) = (accepted, Stopwatch.GetTimestamp());
            Assert.True(Stopwatch.GetElapsedTime(moved) < Patience, $"{accepted} of {applications} are accepted, and no more come.");
            await Task.Delay(TimeSpan.FromMilliseconds(250), Stop);
        }
    }

    private static async Task CheckAsync(FaultWorld world, IReadOnlyCollection<string> filed)
    {
        var stored = await world.Desk.UseAsync<HubDbContext, List<Application>>(context => context.Set<Application>().AsNoTracking().AsSplitQuery()
            .Include(application => application.Deliveries).ThenInclude(delivery => delivery.Receipt)
            .Include(application => application.Events).ToListAsync(Stop));
        Assert.Equal(filed.Order(StringComparer.Ordinal), stored.Select(application => application.CaseNumber).Order(StringComparer.Ordinal));

        var arrived = world.Arrived.GroupBy(arrival => arrival.Delivery, StringComparer.Ordinal).ToDictionary(group => group.Key, StringComparer.Ordinal);
        foreach (var application in stored)
        {
            var delivery = Assert.Single(application.Deliveries);
            Assert.NotNull(delivery.Receipt);
            Assert.Single(application.Events, line => line.Event == CaseEvents.Accepted);
            // However often it came, it was the same bytes.
            Assert.Single(arrived[delivery.Id].Select(arrival => arrival.Digest).Distinct(StringComparer.Ordinal));
        }

        Assert.Equal(stored.Count, arrived.Count);
        Assert.Equal(stored.Count, world.Arrived.Select(arrival => arrival.Case).Distinct(StringComparer.Ordinal).Count());
        var audited = await world.Desk.UseAsync<HubDbContext, int>(context =>
            context.AuditEntries.CountAsync(entry => entry.Kind == "application.submitted", Stop));
        Assert.Equal(stored.Count, audited);
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static void Say(FormattableString what) =>
        TestContext.Current.TestOutputHelper!.WriteLine(what.ToString(CultureInfo.InvariantCulture));
}
