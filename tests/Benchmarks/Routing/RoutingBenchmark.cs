using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using CrossBorder.Benchmarks.Load;
using CrossBorder.Testing;

namespace CrossBorder.Benchmarks.Routing;

/// <summary>
/// What accepting an application and completing a delivery costs without the web around it, beside the raw commits of the same database, and
/// what of that grows with the cases that are stored already.
/// </summary>
internal static class RoutingBenchmark
{
    /// <summary>Set to 1, the last step is a million cases: some minutes, and some gigabytes in the folder for temporary files.</summary>
    private const string Million = "CROSSBORDER_BENCHMARK_MILLION";

    private const int Rounds = 5;
    private const int Backlog = 1_000;
    private const int LongestWarmUp = 20;

    /// <summary>Methods compiled in a round of the warm-up: with no more than these the process counts as warm.</summary>
    private const int Settled = 100;

    /// <summary>Seconds one after the other in which next to nothing is done: then a process that has filled its database is at rest.</summary>
    private const int QuietSeconds = 3;
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private static readonly Table Table = new("", "min", "median", "max", "CPU ms each", "ratio");

    public static Task RunAsync(CancellationToken cancellationToken) =>
        RunAsync(Environment.GetEnvironmentVariable(Million) == "1" ? [10_000, 100_000, 1_000_000] : [10_000, 100_000], cancellationToken);

    /// <summary>The rates alone, without growth: a minute for each database.</summary>
    public static Task RunRatesAsync(CancellationToken cancellationToken) => RunAsync([], cancellationToken);

    private static async Task RunAsync(int[] sizes, CancellationToken cancellationToken)
    {
        Table.Head("a second; accepted = validated, sealed, audited and queued, committed. Ratio to the raw commits of that database");
        await MeasuredWorlds.EachAsync(async (database, fixture) =>
        {
            using var filing = await Filing.OpenAsync(fixture, cancellationToken);
            var deliveries = new Deliveries(fixture.HubServices);
            await WarmUpAsync(filing, deliveries, cancellationToken);
            await RatesAsync(database, fixture, filing, deliveries, cancellationToken);
            await GrowthAsync(database, fixture, filing, deliveries, sizes, cancellationToken);
        });
    }

    // Until what is compiled first has been compiled again: a minute of a hub's life is no measure of it, and compiling was a quarter of its cost.
    private static async Task WarmUpAsync(Filing filing, Deliveries deliveries, CancellationToken cancellationToken)
    {
        for (var (round, before) = (0, 0L); round < LongestWarmUp && JitInfo.GetCompiledMethodCount() - before > Settled; round++)
        {
            before = JitInfo.GetCompiledMethodCount();
            await Workers.RunAsync(round % 2 == 0 ? 8 : 1, Round, _ => filing.FileAsync(cancellationToken), cancellationToken);
            await deliveries.DrainAsync(cancellationToken);
        }
    }

    private static async Task RatesAsync(
        string database, SandboxFixture fixture, Filing filing, Deliveries deliveries, CancellationToken cancellationToken)
    {
        var raw = new Rates(await RawCommits.RunAsync(fixture.HubServices, Round, Rounds, cancellationToken));
        Print($"{database}: raw commits of 300 bytes, 1 client", raw, raw);
        await deliveries.StopAsync(cancellationToken);
        foreach (var clients in new[] { 1, 32 })
        {
            var accepted = new Rates();
            for (var round = 0; round < Rounds; round++)
                accepted.Add(await Workers.RunAsync(clients, Round, _ => filing.FileAsync(cancellationToken), cancellationToken));
            Print($"{database}: accepted, {clients} clients", accepted, raw);
            accepted.PrintErrors();
        }

        await deliveries.DrainAsync(cancellationToken);
        var delivered = await DeliverAsync(filing, deliveries, cancellationToken);
        Print($"{database}: deliveries completed", delivered, raw);
        var alone = new Rates(await new Counterparty(fixture).AnswerAsync(Round, Rounds, cancellationToken));
        Print($"{database}: of that the department and the way there and back", alone, raw);
        Table.Row($"{database}: the hub alone, for each delivery", "", "", "", LoadResult.Text(delivered.Processor - alone.Processor, "F2"), "");
    }

    private static async Task GrowthAsync(
        string database, SandboxFixture fixture, Filing filing, Deliveries deliveries, int[] sizes, CancellationToken cancellationToken)
    {
        var stored = new StoredCases(fixture.HubServices);
        var first = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var size in sizes)
        {
            await stored.FillAsync(size, cancellationToken);
            await RestAsync(cancellationToken);
            await deliveries.StopAsync(cancellationToken);
            Grown("accepted", await EachAsync(() => filing.FileAsync(cancellationToken), cancellationToken));
            Grown("case read", await EachAsync(() => filing.ReadAsync(cancellationToken), cancellationToken));
            await deliveries.DrainAsync(cancellationToken);
            Grown("delivery completed", await DeliverAsync(filing, deliveries, cancellationToken));

            void Grown(string what, Rates rates)
            {
                first.TryAdd(what, rates.Median);
                Table.Row([$"{database}, {size.ToString("N0", CultureInfo.InvariantCulture)} stored: {what}", .. rates.Cells,
                    LoadResult.Text(first[what] / rates.Median, "F2") + " x"]);
            }
        }
    }

    // What filling left to be done, workers that it kept waiting and pages that go to the disk, is no part of what comes after.
    private static async Task RestAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        for (var quiet = 0; quiet < QuietSeconds && clock.Elapsed < LongestRest;)
        {
            var before = Environment.CpuUsage.TotalTime;
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
            quiet = Environment.CpuUsage.TotalTime - before < Idle ? quiet + 1 : 0;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  at rest after {clock.Elapsed.TotalSeconds:F0} s"));
    }

    private static async Task<Rates> EachAsync(Func<Task> operation, CancellationToken cancellationToken)
    {
        var rates = new Rates();
        for (var round = 0; round < Rounds; round++)
            rates.Add(await Workers.RunAsync(1, Round, _ => operation(), cancellationToken));
        return rates;
    }

    private static async Task<Rates> DeliverAsync(Filing filing, Deliveries deliveries, CancellationToken cancellationToken)
    {
        var rates = new Rates();
        for (var round = 0; round < Rounds; round++)
        {
            await deliveries.StopAsync(cancellationToken);
            await filing.FileManyAsync(Backlog, cancellationToken);
            var processor = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            await deliveries.DrainAsync(cancellationToken);
            rates.Add(Backlog / clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor) / Backlog);
        }

        return rates;
    }

    private static void Print(string name, Rates rates, Rates raw) =>
        Table.Row([name, .. rates.Cells, LoadResult.Text(rates.Median / raw.Median, "F3")]);
}
