namespace CrossBorder.Federation.Trust.Inventory;

/// <summary>What of the inventory an officer wants to see. What is null or empty narrows nothing.</summary>
internal sealed record InventoryFilter(InventoryKind? Kind = null, InventoryState? State = null, string Jurisdiction = "", string Text = "")
{
    public IReadOnlyList<InventoryEntry> Of(IEnumerable<InventoryEntry> entries) => [.. entries.Where(Holds)];

    private bool Holds(InventoryEntry entry) =>
        (Kind is null || entry.Kind == Kind)
        && (State is null || entry.State == State)
        && (Jurisdiction.Length == 0 || entry.Jurisdiction == Jurisdiction)
        && Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Words(entry).Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    // Fingerprints are typed as tools write them, with colons.
    private static IEnumerable<string> Words(InventoryEntry entry) =>
    [
        entry.Name, entry.Certificate?.Subject ?? "", entry.Certificate?.Issuer ?? "", entry.Certificate?.SerialNumber ?? "",
        entry.Sha256, WithColons(entry.Sha256), entry.Sm3, entry.Algorithm, .. entry.Purposes, .. entry.UsedBy.Select(use => use.Name),
    ];

    private static string WithColons(string hex) => string.Join(':', hex.Chunk(2).Select(pair => new string(pair)));
}
