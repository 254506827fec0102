using CrossBorder.Federation.OpenIdConnect.Clients;

namespace CrossBorder.Federation.Trust.Inventory;

/// <summary>Keys that relying parties registered to prove themselves with.</summary>
internal sealed class ClientKeySource(KnownClients clients, ClientKeys keys) : IInventorySource
{
    public Task<IReadOnlyList<InventoryEntry>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<InventoryEntry>>(
        [.. from client in clients.All
            from key in keys.Find(client.ClientId)?.Keys ?? []
            select new InventoryEntry
            {
                Kind = InventoryKind.ClientKey,
                Name = key.KeyId == key.Thumbprint ? client.ClientId : $"{client.ClientId}: {key.KeyId}",
                Algorithm = InventoryEntry.AlgorithmOf(key),
                Fingerprint = key.Thumbprint,
                Purposes = ["client-authentication"],
                UsedBy = [new InventoryUse(InventoryUseKind.RelyingParty, client.ClientId)],
            }]);
}
