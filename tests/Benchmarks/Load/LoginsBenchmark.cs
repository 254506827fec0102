using CrossBorder.Testing;

namespace CrossBorder.Benchmarks.Load;

/// <summary>
/// Complete logins over real HTTP. The home provider, the browsers and the hub share the machine's cores, so the figure is that
/// of the whole chain; the ratio is to the first row.
/// </summary>
internal static class LoginsBenchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(15);
    private static readonly Table Table = new("", "logins", "seconds", "a second", "errors", "p50 ms", "p95 ms", "CPU ms each", "ratio");

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var first = double.NaN;
        Table.Head("complete logins: authorize, home provider, callback, code, tokens");
        await MeasuredWorlds.EachAsync(async (database, fixture) =>
        {
            foreach (var (client, algorithm) in new[] { ("yueshengshi", "RS256"), ("yueshangtong", "SM2") })
            {
                await RunAsync(fixture, client, 8, WarmUp, cancellationToken);
                foreach (var browsers in new[] { 1, 8 })
                {
                    var result = await RunAsync(fixture, client, browsers, Span, cancellationToken);
                    first = double.IsNaN(first) ? result.Rate : first;
                    Table.Row([$"{database}, {algorithm}, {browsers} browsers", .. result.Cells, LoadResult.Text(result.Rate / first, "F2")]);
                    result.PrintErrors();
                }
            }
        });
    }

    private static async Task<LoadResult> RunAsync(SandboxFixture fixture, string client, int browsers, TimeSpan span, CancellationToken cancellationToken)
    {
        var residents = Enumerable.Range(0, browsers).Select(_ => new Resident(fixture.World, client)).ToList();
        try
        {
            await residents[0].AgreeAsync(cancellationToken);
            return await Workers.RunAsync(browsers, span, worker => residents[worker].SignInAsync(cancellationToken), cancellationToken);
        }
        finally
        {
            residents.ForEach(resident => resident.Dispose());
        }
    }
}
