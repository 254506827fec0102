using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>Writes what the hub states: of itself, of a member, and of a member as resolved (OpenID Federation 1.0 sections 3 and 8.3.2).</summary>
internal sealed class Statements(
    FederationKeys keys, SignedStatements signed, ProviderMetadata provider, IOptions<OpenIdFederationOptions> options, IOptions<HubOptions> hub, TimeProvider clock)
{
    public const string Type = "entity-statement+jwt";
    public const string ResolvedType = "resolve-response+jwt";

    /// <summary>The hub's entity identifier: its issuer, to the letter.</summary>
    public string Hub => hub.Value.Issuer;

    /// <summary>The hub's entity configuration.</summary>
    public async Task<SignedStatement> OfHubAsync() => signed.Sign(Type, await HubClaimsAsync(), Lasting());

    /// <summary>The metadata of the hub.</summary>
    public async Task<JsonObject> HubMetadataAsync() => new()
    {
        [EntityTypes.Federation] = new JsonObject
        {
            ["organization_name"] = options.Value.OrganizationName,
            ["federation_fetch_endpoint"] = Under(FederationPaths.Fetch),
            ["federation_list_endpoint"] = Under(FederationPaths.List),
            ["federation_resolve_endpoint"] = Under(FederationPaths.Resolve),
        },
        [EntityTypes.Provider] = await provider.ReadAsync(),
    };

    /// <summary>The subordinate statement about a member: its keys, and how far it may go.</summary>
    public SignedStatement Of(FederationMember member)
    {
        var claims = Begin(member.Id);
        claims["jwks"] = JsonNode.Parse(member.Jwks);
        claims["metadata_policy"] = MemberPolicy.Of(member);
        claims["source_endpoint"] = Under(FederationPaths.Fetch);
        return signed.Sign(Type, claims, Lasting());
    }

    /// <summary>What a chain comes to.</summary>
    /// <param name="subject">About whom.</param>
    /// <param name="metadata">With the policy applied.</param>
    /// <param name="chain">From the subject to the hub.</param>
    /// <param name="expires">When the first statement of the chain stops to hold.</param>
    public SignedStatement Resolved(string subject, JsonObject metadata, IEnumerable<string> chain, DateTimeOffset expires)
    {
        var claims = Begin(subject);
        claims["metadata"] = metadata;
        claims["trust_chain"] = new JsonArray([.. chain.Select(statement => (JsonNode)statement)]);
        return signed.Sign(ResolvedType, claims, expires);
    }

    private async Task<JsonObject> HubClaimsAsync()
    {
        var claims = Begin(Hub);
        claims["jwks"] = keys.Published();
        claims["metadata"] = await HubMetadataAsync();
        // A trust anchor has none, not even an empty list.
        if (options.Value.AuthorityHints.Count > 0)
            claims["authority_hints"] = new JsonArray([.. options.Value.AuthorityHints.Select(hint => (JsonNode)hint)]);
        return claims;
    }

    private JsonObject Begin(string subject) => new() { ["iss"] = Hub, ["sub"] = subject };

    private DateTimeOffset Lasting() => clock.GetUtcNow() + options.Value.StatementLifetime;

    private string Under(string path) => Hub.TrimEnd('/') + "/" + path;
}
