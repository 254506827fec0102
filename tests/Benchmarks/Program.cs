using CrossBorder.Benchmarks;
using CrossBorder.Benchmarks.Load;
using CrossBorder.Benchmarks.Routing;
using CrossBorder.Benchmarks.Search;
using CrossBorder.Benchmarks.Sm2;
using CrossBorder.Benchmarks.Startup;
using CrossBorder.Benchmarks.Tokens;

var benchmarks = new Dictionary<string, Func<CancellationToken, Task>>(StringComparer.Ordinal)
{
    ["sm2"] = Sm2Benchmark.RunAsync,
    ["startup"] = StartupBenchmark.RunAsync,
    ["logins"] = LoginsBenchmark.RunAsync,
    ["tokens"] = TokensBenchmark.RunAsync,
    ["search"] = SearchBenchmark.RunAsync,
    ["applications"] = ApplicationsBenchmark.RunAsync,
    ["routing"] = RoutingBenchmark.RunAsync,
    ["routing-rates"] = RoutingBenchmark.RunRatesAsync,
};

if (args is [BareKestrel.Verb, var address])
{
    await BareKestrel.ServeAsync(new Uri(address));
    return 0;
}

if (args is [BareOpenIddict.Verb, var issuer, var database])
{
    await BareOpenIddict.ServeAsync(new Uri(issuer), database);
    return 0;
}

if (args is [var name] && benchmarks.TryGetValue(name, out var run))
{
    using var stop = new CancellationTokenSource();
    Console.CancelKeyPress += (_, pressed) =>
    {
        pressed.Cancel = true;
        stop.Cancel();
    };
    Machine.Print(name);
    await run(stop.Token);
    return 0;
}

await Console.Error.WriteLineAsync($"dotnet run -c Release --project tests/Benchmarks -- {string.Join(" | ", benchmarks.Keys)}");
return 1;
