using CrossBorder.Benchmarks.Load;

namespace CrossBorder.Benchmarks.Tokens;

/// <summary>One server under one kind of load, with a client for each connection.</summary>
internal sealed record Contender(TokenServer Server, IReadOnlyList<TokenCalls> Connections) : IDisposable
{
    // A server that has just started compiles as it works, and long after. One that is at rest soon after each of some turns does so no more.
    private const int QuietTurns = 3;
    private const int MostTurns = 30;

    // Fewer than that are still compiled, however quiet it is between them.
    private const int Enough = 1_500;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    public List<TokenRound> Rounds { get; } = [];

    public async Task WarmUpAsync(Func<TokenCalls, CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        for (var (turn, quiet) = (0, 0); turn < MostTurns && (quiet < QuietTurns || Rounds.Sum(round => round.Load.Durations.Count) < Enough); turn++)
        {
            await RunAsync(call, Turn, cancellationToken);
            quiet = await Server.Process.RestAsync(cancellationToken) ? quiet + 1 : 0;
        }

        Rounds.Clear();
    }

    public async Task RunAsync(Func<TokenCalls, CancellationToken, Task> call, TimeSpan span, CancellationToken cancellationToken)
    {
        var (server, database) = (Server.Process.Processor, Server.Database?.Used);
        var load = await Workers.RunAsync(Connections.Count, span, worker => call(Connections[worker], cancellationToken), cancellationToken);
        Rounds.Add(new TokenRound(load with { Processor = Server.Process.Processor - server }, Server.Database?.Used - database));
    }

    public void Dispose()
    {
        foreach (var connection in Connections)
            connection.Dispose();
    }
}

/// <summary>What was done in one turn.</summary>
/// <param name="Load">Its processor time is that of the server's process.</param>
/// <param name="Database">Processor time of the database's processes; null where it has none of its own.</param>
internal sealed record TokenRound(LoadResult Load, TimeSpan? Database)
{
    public double ServerMilliseconds => Load.Processor.TotalMilliseconds / Load.Durations.Count;

    public double DatabaseMilliseconds => Database is { } used ? used.TotalMilliseconds / Load.Durations.Count : 0;
}
