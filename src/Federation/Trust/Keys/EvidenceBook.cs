using System.Collections.Concurrent;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>Notes what requests show, without making one of them wait for the database: it is written down within a second or two.</summary>
internal sealed class EvidenceBook(TimeProvider clock)
{
    // Often enough to know who is active, and seldom enough to cost nothing.
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string ClientId, string KeyId, EvidenceKind Kind), DateTimeOffset> written = new();
    private ConcurrentDictionary<(string ClientId, string KeyId, EvidenceKind Kind), DateTimeOffset> waiting = new();

    /// <summary>The client must be a registered one, so that nobody fills the book with names.</summary>
    public void Saw(string clientId, string keyId, EvidenceKind kind)
    {
        var now = clock.GetUtcNow();
        if (!written.TryGetValue((clientId, keyId, kind), out var last) || last + Again <= now)
            waiting.TryAdd((clientId, keyId, kind), now);
    }

    public async Task WriteAsync(IKeyEvidence store, CancellationToken cancellationToken)
    {
        if (waiting.IsEmpty)
            return;

        // Who still held the old book may write into it: what counts as written is what was stored.
        var taken = Interlocked.Exchange(ref waiting, new()).ToArray();
        await store.KeepAsync([.. taken.Select(entry => new KeyEvidence
        {
            ClientId = entry.Key.ClientId, KeyId = entry.Key.KeyId, Kind = entry.Key.Kind, FirstAt = entry.Value, LastAt = entry.Value,
        })], cancellationToken);
        foreach (var (key, at) in taken)
            written[key] = at;
    }
}
