using CrossBorder.Testing;
using CrossBorder.Testing.Databases;

namespace CrossBorder.Benchmarks.Load;

/// <summary>The same measurement on each database, each in a world of its own, one after the other.</summary>
internal static class MeasuredWorlds
{
    /// <summary>One address and a few clients ask for everything here: the limits of a public hub would be what is measured.</summary>
    public static readonly IReadOnlyDictionary<string, string> NoLimits = new Dictionary<string, string>
    {
        ["RateLimits:Address:PerSecond"] = "1000000", ["RateLimits:Address:Burst"] = "1000000",
        ["ProtocolLimits:Client:PerSecond"] = "1000000", ["ProtocolLimits:Client:Burst"] = "1000000",
        ["RateLimits:Client:PerSecond"] = "1000000", ["RateLimits:Client:Burst"] = "1000000",
    };

    /// <summary>Set to SQLite or PostgreSQL, that one alone is measured.</summary>
    public const string Only = "CROSSBORDER_BENCHMARK_DATABASE";

    public static async Task EachAsync(Func<string, SandboxFixture, Task> measure)
    {
        var only = Environment.GetEnvironmentVariable(Only);
        if (only != "PostgreSQL")
            await RunAsync("SQLite", null, measure);
        if (only == "SQLite")
            return;
        if (await PostgreSqlServer.FindDurableAsync() is { } server)
            await RunAsync("PostgreSQL", await server.CreateDatabaseAsync(), measure);
        else
            Console.WriteLine("SKIPPED: " + PostgreSqlServer.Missing);
    }

    private static async Task RunAsync(string name, string? database, Func<string, SandboxFixture, Task> measure)
    {
        await using var fixture = new SandboxFixture();
        await fixture.StartAsync(database, NoLimits);
        await measure(name, fixture);
    }
}
