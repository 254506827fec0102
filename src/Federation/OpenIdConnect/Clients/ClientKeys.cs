using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>The keys that clients prove themselves with, SM2 keys too; read once.</summary>
internal sealed class ClientKeys
{
    private readonly Dictionary<string, ClientKeySet> sets;

    public ClientKeys(IOptions<RelyingPartiesOptions> options, SettingsPaths paths) =>
        sets = options.Value.RelyingParties.Where(client => client.JwksFile is not null).ToDictionary(
            client => client.ClientId,
            client => ClientKeySet.Read(client.ClientId, paths.Resolve(client.JwksFile!)).Value,
            StringComparer.Ordinal);

    public ClientKeySet? Find(string? clientId) => clientId is null ? null : sets.GetValueOrDefault(clientId);
}
