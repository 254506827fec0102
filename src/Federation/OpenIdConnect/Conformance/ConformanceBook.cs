using CrossBorder.Federation.OpenIdConnect.Clients;

namespace CrossBorder.Federation.OpenIdConnect.Conformance;

/// <summary>Counts what requests show of their relying parties, without making one of them wait for the database: it is written down within seconds.</summary>
internal sealed class ConformanceBook(KnownClients clients, TimeProvider clock) : IDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private Dictionary<(string ClientId, string What, DateOnly Day), Tally> waiting = [];

    /// <summary>Counts it. A client that nobody registered is not counted, so that nobody fills the book with names.</summary>
    public void Saw(string? clientId, string? what, int times = 1)
    {
        if (what is null || clients.Find(clientId) is not { } client)
            return;
        var now = clock.GetUtcNow();
        lock (gate)
            Add((client.ClientId, what, DateOnly.FromDateTime(now.UtcDateTime)), new Tally(times, now));
    }

    /// <summary>Writes down all that was counted before this was called; one writer at a time, so that whoever comes back finds it written.</summary>
    public async Task WriteAsync(IConformanceCounts store, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        Dictionary<(string ClientId, string What, DateOnly Day), Tally> taken = [];
        try
        {
            lock (gate)
                (taken, waiting) = (waiting, []);
            if (taken.Count > 0)
                await store.AddAsync([.. taken.Select(entry => new ConformanceCount
                {
                    ClientId = entry.Key.ClientId, What = entry.Key.What, Day = entry.Key.Day, Count = entry.Value.Count, LastAt = entry.Value.LastAt,
                })], cancellationToken);
            taken = [];
        }
        finally
        {
            // What could not be written is written with the next.
            lock (gate)
                foreach (var (key, tally) in taken)
                    Add(key, tally);
            writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();

    private void Add((string ClientId, string What, DateOnly Day) key, Tally tally) =>
        waiting[key] = waiting.TryGetValue(key, out var before)
            ? new Tally(before.Count + tally.Count, before.LastAt > tally.LastAt ? before.LastAt : tally.LastAt)
            : tally;

    private sealed record Tally(long Count, DateTimeOffset LastAt);
}
