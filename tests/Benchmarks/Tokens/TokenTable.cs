using CrossBorder.Benchmarks.Load;

namespace CrossBorder.Benchmarks.Tokens;

/// <summary>What was measured, the last contender being what the others are compared to.</summary>
internal static class TokenTable
{
    private static readonly Table Table =
        new("", "a second", "least", "most", "p50 ms", "p99 ms", "errors", "CPU ms each", "database", "CPU ratio", "rate ratio");

    public static void Head(string title) => Table.Head(title);

    public static void Print(string algorithm, List<Contender> contenders)
    {
        var peer = contenders[^1].Server.Name.StartsWith("oidc-provider", StringComparison.Ordinal) ? contenders[^1] : null;
        foreach (var contender in contenders)
        {
            var rounds = contender.Rounds;
            var all = new LoadResult([.. rounds.SelectMany(round => round.Load.Durations)], [.. rounds.SelectMany(round => round.Load.Errors)], default, default);
            Table.Row(
                $"{contender.Server.Name}, {algorithm}",
                Text(Median(rounds, round => round.Load.Rate), "F1"), Text(rounds.Min(round => round.Load.Rate), "F1"), Text(rounds.Max(round => round.Load.Rate), "F1"),
                Text(all.Percentile(0.5), "F1"), Text(all.Percentile(0.99), "F1"), Text(all.Errors.Count, "F0"),
                Text(Median(rounds, round => round.ServerMilliseconds), "F2"), Text(Median(rounds, round => round.DatabaseMilliseconds), "F2"),
                peer is null ? "" : Text(Median(peer.Rounds, round => round.ServerMilliseconds) / Median(rounds, round => round.ServerMilliseconds), "F2"),
                peer is null ? "" : Text(Median(rounds, round => round.Load.Rate) / Median(peer.Rounds, round => round.Load.Rate), "F2"));
            all.PrintErrors();
        }
    }

    public static void PrintServers(IEnumerable<TokenServer> servers)
    {
        var table = new Table("", "start ms", "memory MB");
        table.Head("from the process's start to the first discovery document; memory after all of the load");
        foreach (var server in servers)
            table.Row(server.Name, Text(server.Process.Start.TotalMilliseconds, "F0"), Text(server.Process.Megabytes, "F0"));
    }

    private static double Median(IEnumerable<TokenRound> rounds, Func<TokenRound, double> figure)
    {
        var sorted = rounds.Select(figure).Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Text(double figure, string format) => LoadResult.Text(figure, format);
}
