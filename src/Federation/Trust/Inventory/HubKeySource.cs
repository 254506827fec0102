using CrossBorder.Adapters.Departments;
using CrossBorder.Adapters.Homes;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Inventory;

/// <summary>The hub's own keys, each with its certificate, and who waits for what they sign.</summary>
internal sealed class HubKeySource(
    IHubKeys keys, IOptions<HomesOptions> homes, IOptions<DepartmentsOptions> departments, IOptions<RelyingPartiesOptions> clients) : IInventorySource
{
    public Task<IReadOnlyList<InventoryEntry>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<InventoryEntry>>([.. keys.All.Where(key => key.Chain.Count > 0).Select(Entry)]);

    private InventoryEntry Entry(ISigningKey key)
    {
        var uses = KeyUses.All.Where(use => keys.For(use).Any(other => other.KeyId == key.KeyId)).ToList();
        return SettingsSource.Of(InventoryKind.HubKey, key.KeyId, key.Chain[0]) with { Purposes = uses, UsedBy = [.. UsedBy(key, uses)] };
    }

    private IEnumerable<InventoryUse> UsedBy(ISigningKey key, List<string> uses)
    {
        if (uses.Contains(KeyUses.Tokens))
            foreach (var client in clients.Value.RelyingParties.Where(client => client.IdTokenAlgorithm == key.Algorithm.Name))
                yield return new InventoryUse(InventoryUseKind.RelyingParty, client.ClientId);
        if (uses.Contains(KeyUses.Envelopes))
            foreach (var department in departments.Value.Departments.Where(department => department.EnvelopeAlgorithm == key.Algorithm.Name))
                yield return new InventoryUse(InventoryUseKind.Department, department.Slug);
        foreach (var home in homes.Value.Homes.Where(home => home.SigningKey == key.KeyId))
            yield return new InventoryUse(InventoryUseKind.HomeProvider, home.Scheme);
    }
}
