using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>The keys that clients prove themselves with, SM2 keys too: those of the settings, read once, and those of clients that registered themselves.</summary>
internal sealed class ClientKeys
{
    private readonly Dictionary<string, ClientKeySet> sets;
    private volatile IReadOnlyDictionary<string, ClientKeySet> registered = new Dictionary<string, ClientKeySet>(StringComparer.Ordinal);

    public ClientKeys(IOptions<RelyingPartiesOptions> options, SettingsPaths paths) =>
        sets = options.Value.RelyingParties.Where(client => client.JwksFile is not null).ToDictionary(
            client => client.ClientId,
            client => ClientKeySet.Read(client.ClientId, paths.Resolve(client.JwksFile!)).Value,
            StringComparer.Ordinal);

    /// <summary>Takes the place of what was taken before. The settings count where both name a client.</summary>
    public void Take(IReadOnlyDictionary<string, ClientKeySet> admitted) => registered = admitted;

    public ClientKeySet? Find(string? clientId) =>
        clientId is null ? null : sets.GetValueOrDefault(clientId) ?? registered.GetValueOrDefault(clientId);
}
