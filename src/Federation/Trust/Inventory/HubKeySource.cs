using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Inventory;

/// <summary>The hub's own keys, of settings and database, each with its certificate where it has one, and who waits for what they sign.</summary>
internal sealed class HubKeySource(
    IHubKeys keys, KeyOverview overview, IHomes homes, IOptions<DepartmentsOptions> departments, KnownClients clients) : IInventorySource
{
    public async Task<IReadOnlyList<InventoryEntry>> ListAsync(CancellationToken cancellationToken)
    {
        // What was removed in good order signs nothing, and nobody has to believe it any more.
        var sights = (await overview.LookAsync(cancellationToken)).Where(sight => sight.Key.State != KeyState.Removed).ToList();
        return
        [
            .. keys.All.Where(key => key.Chain.Count > 0).Select(key => OfSettings(key, [.. sights.Where(sight => sight.Key.Id == key.KeyId)])),
            .. sights.Where(sight => sight.Key.Origin == KeyOrigin.Database).Select(OfDatabase),
        ];
    }

    private InventoryEntry OfSettings(ISigningKey key, IReadOnlyList<KeySight> sights)
    {
        var uses = KeyUses.All.Where(use => keys.For(use).Any(other => other.KeyId == key.KeyId)).ToList();
        var entry = SettingsSource.Of(InventoryKind.HubKey, key.KeyId, key.Chain[0]) with
        {
            Purposes = uses, UsedBy = [.. UsedBy(key.KeyId, key.Algorithm.Name, uses)], Lines = [.. sights.Select(Line)],
        };
        return sights.FirstOrDefault(sight => sight.Key.State == KeyState.Revoked) is { } revoked
            ? entry with { State = InventoryState.Revoked, Since = revoked.Key.EndedAt }
            : entry;
    }

    private InventoryEntry OfDatabase(KeySight sight)
    {
        var key = VerificationKey.FromJwk(sight.Key.PublicJwk).Value;
        return new InventoryEntry
        {
            Kind = InventoryKind.HubKey,
            Name = sight.Key.Id,
            Algorithm = InventoryEntry.AlgorithmOf(key),
            Certificate = sight.Certificate,
            Fingerprint = sight.Certificate?.Sha256Thumbprint ?? key.Thumbprint,
            Purposes = [sight.Key.Use],
            UsedBy = [.. UsedBy(sight.Key.Id, sight.Key.Algorithm, [sight.Key.Use])],
            Lines = [Line(sight)],
            State = sight.Key.State switch
            {
                KeyState.Created or KeyState.Announced => InventoryState.Approved,
                KeyState.Revoked => InventoryState.Revoked,
                _ => InventoryState.Active,
            },
            Since = sight.Key.EndedAt ?? sight.Key.RetiringSince ?? sight.Key.ActiveSince ?? sight.Key.AnnouncedAt ?? sight.Key.CreatedAt,
        };
    }

    private static InventoryLine Line(KeySight sight) =>
        new(sight.Key.Line, sight.Key.State, sight.Key.AwaitsCertificate, sight.KnownTo.Count, sight.Laggards);

    private IEnumerable<InventoryUse> UsedBy(string keyId, string algorithm, IReadOnlyList<string> uses)
    {
        if (uses.Contains(KeyUses.Tokens))
            foreach (var client in clients.All.Where(client => client.IdTokenAlgorithm == algorithm))
                yield return new InventoryUse(InventoryUseKind.RelyingParty, client.ClientId);
        if (uses.Contains(KeyUses.Envelopes))
            foreach (var department in departments.Value.Departments.Where(department => department.EnvelopeAlgorithm == algorithm))
                yield return new InventoryUse(InventoryUseKind.Department, department.Slug);
        foreach (var home in homes.All.Where(home => home.SigningKey == keyId))
            yield return new InventoryUse(InventoryUseKind.HomeProvider, home.Scheme);
    }
}
