using System.Reflection;
using CrossBorder.Federation.Hosting;
using CrossBorder.Testing;

namespace CrossBorder.Benchmarks.Startup;

/// <summary>From the start of the process to the first 200 of the discovery document, with a migrated SQLite database.</summary>
internal static class StartupBenchmark
{
    public const string Discovery = ".well-known/openid-configuration";
    private const int Rounds = 5;
    private static readonly Table Table = new("", "min ms", "median ms", "max ms", "ratio");

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        // The counterparties stay: the hub fetches their revocation lists. It was started once, so its database is migrated.
        await using var fixture = new SandboxFixture();
        await fixture.StartAsync();
        await fixture.World.StopHubAsync(cancellationToken);
        var address = fixture.Ports.HubAddress;
        string[] settings = ["serve", "--settings", fixture.World.SettingsFile, "--environment", "Development"];

        var contenders = new List<Contender>
        {
            new("bare Kestrel, JIT", new ServerProcess(PathOf(Assembly.GetExecutingAssembly()), [BareKestrel.Verb, address.AbsoluteUri]), []),
            new("hub, JIT", new ServerProcess(PathOf(typeof(HubHost).Assembly), settings), []),
        };
        await using var published = await ReadyToRunBuild.TryMakeAsync(cancellationToken);
        if (published is not null)
            contenders.Add(new("hub, ReadyToRun", new ServerProcess(published.Assembly, settings), []));

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var contender in contenders)
                contender.Times.Add(await contender.Server.TimeToFirstAnswerAsync(new Uri(address, Discovery), cancellationToken));
        }

        Print(contenders);
    }

    private static void Print(List<Contender> contenders)
    {
        Table.Head($"process start to the first 200 of {Discovery} ({Rounds} rounds; ratio of medians to bare Kestrel)");
        var reference = contenders[0].Median;
        foreach (var contender in contenders)
        {
            Table.Row(contender.Name, Milliseconds(contender.Times.Min()), Milliseconds(contender.Median), Milliseconds(contender.Times.Max()),
                Load.LoadResult.Text(contender.Median / reference, "F2"));
        }
    }

    private static string PathOf(Assembly assembly) => Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".dll");

    private static string Milliseconds(TimeSpan time) => Load.LoadResult.Text(time.TotalMilliseconds, "F0");

    private sealed record Contender(string Name, ServerProcess Server, List<TimeSpan> Times)
    {
        public TimeSpan Median => Times.Order().ElementAt(Times.Count / 2);
    }
}
