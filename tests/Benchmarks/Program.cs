using CrossBorder.Benchmarks;

var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["sm2"] = Sm2Benchmark.RunAsync,
};

if (args is [var name] && benchmarks.TryGetValue(name, out var run))
{
    await run();
    return 0;
}

await Console.Error.WriteLineAsync($"dotnet run -c Release --project tests/Benchmarks -- {string.Join(" | ", benchmarks.Keys)}");
return 1;
