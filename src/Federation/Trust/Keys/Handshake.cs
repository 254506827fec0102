namespace CrossBorder.Federation.Trust.Keys;

/// <summary>A relying party beside a key, and the best that it showed.</summary>
internal sealed record KnownTo(string ClientId, EvidenceKind Kind, DateTimeOffset Since);

/// <summary>Who has a key, and who lags behind. Pure.</summary>
internal static class Handshake
{
    /// <summary>Whom a key is known to, each with its strongest evidence. That a token was issued shows nothing.</summary>
    public static IReadOnlyList<KnownTo> Has(ManagedKey key, IEnumerable<KeyEvidence> evidence) =>
        [.. from entry in evidence
            where key.Use == KeyUses.Tokens && entry.KeyId == key.Id && entry.Kind != EvidenceKind.Issued
            group entry by entry.ClientId into client
            let best = client.MaxBy(entry => entry.Kind)!
            orderby client.Key
            select new KnownTo(client.Key, best.Kind, best.FirstAt)];

    /// <summary>Clients that were active with keys of that algorithm and showed nothing that counts of this key, or of one after it.</summary>
    public static IReadOnlyList<string> Lacks(
        ManagedKey key, IReadOnlyList<ManagedKey> all, IReadOnlyList<KeyEvidence> evidence, TimeSpan activeWithin, DateTimeOffset now)
    {
        // Who checks a certificate fetches no key: nothing shows that they have one, and nobody has to wait for them.
        if (KeyUses.IsCertified(key.Use))
            return [];
        var same = all.Where(other => other.Line == key.Line).ToList();
        var ids = same.Select(other => other.Id).ToHashSet(StringComparer.Ordinal);
        var late = same.Where(other => other.Id == key.Id || other.CreatedAt > key.CreatedAt).Select(other => other.Id).ToHashSet(StringComparer.Ordinal);
        var has = evidence.Where(entry => late.Contains(entry.KeyId) && entry.Counts).Select(entry => entry.ClientId).ToHashSet(StringComparer.Ordinal);
        // Who fetches the key set fetches the keys of all algorithms: that does not show which of them it lives by.
        return [.. evidence.Where(entry => ids.Contains(entry.KeyId) && entry.LastAt >= now - activeWithin && entry.Kind is not (EvidenceKind.Named or EvidenceKind.Nearby))
            .Select(entry => entry.ClientId).Distinct().Where(client => !has.Contains(client)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Who holds a retiring key back: those that lack the key that signs now.</summary>
    public static IReadOnlyList<string> HoldBack(
        ManagedKey retiring, IReadOnlyList<ManagedKey> all, IReadOnlyList<KeyEvidence> evidence, TimeSpan activeWithin, DateTimeOffset now) =>
        retiring.State == KeyState.Retiring && !retiring.GoesAnyway
            && all.FirstOrDefault(key => key.Line == retiring.Line && key.State == KeyState.Active) is { } active
            ? Lacks(active, all, evidence, activeWithin, now)
            : [];
}
