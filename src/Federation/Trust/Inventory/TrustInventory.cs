using CrossBorder.Federation.Trust.Changes;

namespace CrossBorder.Federation.Trust.Inventory;

/// <summary>Every certificate and key that the hub knows, from all sources, each once, and where it stands by the officers' changes and the clock.</summary>
internal sealed class TrustInventory(IEnumerable<IInventorySource> sources, ITrustChanges changes, TimeProvider clock)
{
    /// <summary>The soonest end first; what never ends comes last.</summary>
    public async Task<IReadOnlyList<InventoryEntry>> ListAsync(CancellationToken cancellationToken)
    {
        var entries = new List<InventoryEntry>();
        foreach (var source in sources)
            entries.AddRange(await source.ListAsync(cancellationToken));

        var now = clock.GetUtcNow();
        var history = (await changes.AllAsync(cancellationToken)).ToLookup(change => change.Fingerprint, StringComparer.Ordinal);
        // One certificate may be a partner's to two sources: what officers or the settings say of it stands before what was only seen.
        return [.. entries.DistinctBy(entry => (entry.Fingerprint, entry.Kind, entry.Kind == InventoryKind.ClientKey ? entry.Name : ""))
            .Select(entry => InventoryStanding.Of(entry, history[entry.Fingerprint], now))
            .OrderBy(entry => entry.NotAfter ?? DateTimeOffset.MaxValue).ThenBy(entry => entry.Name, StringComparer.Ordinal)];
    }

    /// <summary>Null where no source knows it. One that is several things is found as the first of <see cref="InventoryKind"/>.</summary>
    public async Task<InventoryEntry?> FindAsync(string fingerprint, CancellationToken cancellationToken) =>
        Find(await ListAsync(cancellationToken), fingerprint);

    /// <summary>The same in a list that is at hand.</summary>
    public static InventoryEntry? Find(IEnumerable<InventoryEntry> listed, string fingerprint) =>
        listed.Where(entry => entry.Fingerprint == fingerprint).MinBy(entry => entry.Kind);
}
