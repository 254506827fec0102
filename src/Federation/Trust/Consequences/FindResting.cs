using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>Finds what an officer names by a fingerprint or a <c>kid</c>.</summary>
internal sealed class FindResting(TrustInventory inventory, IManagedKeyStore keys, IHubKeys settings, KnownClients clients)
{
    /// <summary>CB6116 for a certificate and CB6134 for a key that nobody knows, CB6125 for one of which it is not recorded what rests on it.</summary>
    public async Task<Outcome<RestingSubject>> FindAsync(string typed, CancellationToken cancellationToken)
    {
        if (!ConsoleFingerprint.TryRead(typed, out var thumbprint))
            return await FindKeyAsync(typed, cancellationToken) is { } life
                ? new RestingSubject(life.Id, null, life)
                : ErrorCatalogue.KeyUnknown.With("No key of the hub has this kid, and no certificate has a fingerprint like this.");

        return await inventory.FindAsync(thumbprint, cancellationToken) is { } entry
            ? await OfAsync(entry, cancellationToken)
            : ErrorCatalogue.CertificateUnknown.With("Nobody put it before the hub, and nothing was accepted over it.");
    }

    /// <summary>CB6125.</summary>
    public async Task<Outcome<RestingSubject>> OfAsync(InventoryEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Kind == InventoryKind.ClientKey)
            return ErrorCatalogue.RestingNotRecorded.With("A relying party proves itself with this key; what it asked for is not kept by key.");
        if (entry.Kind == InventoryKind.HubKey && await FindKeyAsync(entry.Name, cancellationToken) is { } life)
            return new RestingSubject(life.Id, null, life);
        return new RestingSubject(entry.Sha256, entry.Fingerprint, null);
    }

    private async Task<HubKeyLife?> FindKeyAsync(string id, CancellationToken cancellationToken)
    {
        // One key may have several uses; only tokens are told apart by who reads them.
        var uses = (await keys.AllAsync(cancellationToken)).Where(key => key.Id == id).ToList();
        if ((uses.Find(key => key.Use == KeyUses.Tokens) ?? uses.FirstOrDefault()) is { } key)
            return new HubKeyLife(id, key.Use == KeyUses.Tokens ? ClientsOf(key.Algorithm) : [], key.IsPublished ? key.ActiveSince : null, key.RetiringSince);
        return settings.ById(id) is null ? null : new HubKeyLife(id, [], null, null);
    }

    // As SelectSigningKey signs: who registered no algorithm reads no token, and gets RS256.
    private List<string> ClientsOf(string algorithm) =>
        [.. clients.All.Where(client => (client.IdTokenAlgorithm ?? AlgorithmCatalogue.RS256.Name) == algorithm).Select(client => client.ClientId)];
}
