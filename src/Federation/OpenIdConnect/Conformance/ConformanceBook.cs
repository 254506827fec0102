using System.Collections.Concurrent;
using CrossBorder.Federation.OpenIdConnect.Clients;

namespace CrossBorder.Federation.OpenIdConnect.Conformance;

/// <summary>Counts what requests show of their relying parties, without making one of them wait for the database: it is written down within seconds.</summary>
internal sealed class ConformanceBook(KnownClients clients, TimeProvider clock)
{
    private ConcurrentDictionary<(string ClientId, string What, DateOnly Day), Tally> waiting = new();

    /// <summary>Counts one. A client that nobody registered is not counted, so that nobody fills the book with names.</summary>
    public void Saw(string? clientId, string? what)
    {
        if (what is null || clients.Find(clientId) is not { } client)
            return;
        var now = clock.GetUtcNow();
        waiting.AddOrUpdate((client.ClientId, what, DateOnly.FromDateTime(now.UtcDateTime)), new Tally(1, now), (_, tally) => new Tally(tally.Count + 1, now));
    }

    public async Task WriteAsync(IConformanceCounts store, CancellationToken cancellationToken)
    {
        if (waiting.IsEmpty)
            return;

        // Who still held the old book may write into it for a moment more: a count that is lost there is one of very many.
        var taken = new Queue<KeyValuePair<(string ClientId, string What, DateOnly Day), Tally>>(Interlocked.Exchange(ref waiting, new()));
        try
        {
            for (; taken.TryPeek(out var entry); taken.Dequeue())
                await store.AddAsync(new ConformanceCount
                {
                    ClientId = entry.Key.ClientId, What = entry.Key.What, Day = entry.Key.Day, Count = entry.Value.Count, LastAt = entry.Value.LastAt,
                }, cancellationToken);
        }
        finally
        {
            // What could not be written is written with the next.
            foreach (var (key, tally) in taken)
                waiting.AddOrUpdate(key, tally, (_, later) => new Tally(later.Count + tally.Count, later.LastAt));
        }
    }

    private sealed record Tally(long Count, DateTimeOffset LastAt);
}
