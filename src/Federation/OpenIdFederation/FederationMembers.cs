using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>An entity that the hub speaks for.</summary>
/// <param name="Id">Its entity identifier, as it was admitted.</param>
/// <param name="Type">Of <see cref="EntityTypes"/>.</param>
/// <param name="Jwks">Its federation keys, as they were registered.</param>
/// <param name="Keys">The same keys, read.</param>
/// <param name="Client">Its registration, for a relying party.</param>
internal sealed record FederationMember(string Id, string Type, string Jwks, IReadOnlyList<VerificationKey> Keys, RelyingPartyOptions? Client);

/// <summary>The entities that were admitted. A chain of statements by others adds nobody.</summary>
internal sealed class FederationMembers(IOptions<OpenIdFederationOptions> options, IOptions<RelyingPartiesOptions> clients, SettingsPaths paths)
{
    public IReadOnlyList<FederationMember> All { get; } = [.. options.Value.Members.Select(member =>
    {
        var keys = ClientKeySet.Read(member.EntityId, paths.Resolve(member.JwksFile)).Value;
        return new FederationMember(
            member.EntityId, member.Type, keys.Json, keys.Keys, clients.Value.RelyingParties.Find(client => client.ClientId == member.EntityId));
    })];

    public FederationMember? Find(string identifier) => All.FirstOrDefault(member => AreSame(member.Id, identifier));

    /// <summary>Identifiers are met with and without a slash at the end of an address without a path.</summary>
    public static bool AreSame(string one, string other) => string.Equals(one.TrimEnd('/'), other.TrimEnd('/'), StringComparison.Ordinal);
}
