using System.Globalization;
using CrossBorder.Benchmarks.Load;

namespace CrossBorder.Benchmarks.Tokens;

/// <summary>
/// Tokens, logins, refreshes and introspections, of the hub and of its peers, each server in a process of its own and all by the same
/// load. They take turns; what a server's own process used of the processors for one operation is the figure that a busy machine
/// disturbs least, and what the ratio to oidc-provider is made of.
/// </summary>
internal static class TokensBenchmark
{
    private const int Connections = 8;
    private const int Rounds = 7;

    private static readonly (string Title, Func<TokenCalls, CancellationToken, Task> Call, int Connections, MeasuredClient[] Clients)[] Work =
    [
        ("client-credential tokens, 8 connections", static (calls, stop) => calls.ClientCredentialsAsync(stop), Connections,
            [MeasuredClient.Rsa, MeasuredClient.Ecdsa, MeasuredClient.ShangMi]),
        ("logins of somebody signed in: code, tokens, userinfo, 8 connections", static (calls, stop) => calls.SignInAsync(stop), Connections,
            [MeasuredClient.Rsa, MeasuredClient.Ecdsa, MeasuredClient.ShangMi]),
        ("the same, 1 connection", static (calls, stop) => calls.SignInAsync(stop), 1, [MeasuredClient.Rsa]),
        ("refreshes with rotation, 8 connections", static (calls, stop) => calls.RefreshAsync(stop), Connections, [MeasuredClient.Offline]),
        ("introspections of a live token, 8 connections", static (calls, stop) => calls.IntrospectAsync(stop), Connections, [MeasuredClient.Rsa]),
    ];

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var servers = await TokenServers.StartAsync(cancellationToken);
        Console.WriteLine(OneCore.Said);
        try
        {
            var known = new Dictionary<TokenServer, Discovery>();
            foreach (var server in servers)
                known[server] = await Discovery.ReadAsync(server.Issuer, cancellationToken);
            foreach (var (title, call, connections, clients) in Work.Where(work => IsWanted(work.Title)))
            {
                TokenTable.Head(title);
                foreach (var client in clients)
                    await MeasureAsync(servers, known, client, call, connections, cancellationToken);
                Console.WriteLine();
            }

            TokenTable.PrintServers(servers);
        }
        finally
        {
            await TokenServers.StopAsync(servers);
        }
    }

    private static async Task MeasureAsync(
        List<TokenServer> servers, Dictionary<TokenServer, Discovery> known, MeasuredClient client, Func<TokenCalls, CancellationToken, Task> call,
        int connections, CancellationToken cancellationToken)
    {
        var contenders = new List<Contender>();
        try
        {
            foreach (var server in servers.Where(server => server.Algorithms.Contains(client.Algorithm)))
            {
                var cookies = await server.SignInAsync(client, known[server].Authorize, cancellationToken);
                contenders.Add(new Contender(server, [.. Enumerable.Range(0, connections).Select(_ => new TokenCalls(client, known[server], cookies))]));
            }

            foreach (var contender in contenders)
                await contender.WarmUpAsync(call, cancellationToken);
            for (var round = 0; round < Rounds; round++)
                foreach (var contender in contenders)
                    await contender.RunAsync(call, Seconds(), cancellationToken);
            TokenTable.Print(client.Algorithm, contenders);
        }
        finally
        {
            contenders.ForEach(contender => contender.Dispose());
        }
    }

    /// <summary>Set to a word of a table's title, only such tables are made: <c>logins</c>, <c>refreshes</c>.</summary>
    private static bool IsWanted(string title) =>
        title.Contains(Environment.GetEnvironmentVariable("CROSSBORDER_BENCHMARK_WORK") ?? "", StringComparison.Ordinal);

    /// <summary>How long a round lasts: two seconds where nothing else is said, so that all of it takes some five minutes.</summary>
    private static TimeSpan Seconds() => TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("CROSSBORDER_BENCHMARK_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 2);
}
