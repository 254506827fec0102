using System.Text.Json.Nodes;
using CrossBorder.Federation.OpenIdConnect.Clients;

namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>What a member may say of itself: its registration as a policy for its metadata (OpenID Federation 1.0 section 6.1).</summary>
internal static class MemberPolicy
{
    public static JsonObject Of(FederationMember member) => new()
    {
        [member.Type] = member.Client is { } client ? OfClient(client) : new JsonObject { ["issuer"] = Rule("value", member.Id) },
    };

    private static JsonObject OfClient(RelyingPartyOptions client)
    {
        var policy = new JsonObject
        {
            ["redirect_uris"] = SubsetOf(client.RedirectUris),
            ["post_logout_redirect_uris"] = SubsetOf(client.PostLogoutRedirectUris),
            ["grant_types"] = SubsetOf(client.GrantTypes),
            ["response_types"] = SubsetOf(["code"]),
            ["scope"] = SubsetOf(client.Scopes),
            ["token_endpoint_auth_method"] = OneOf(client.AuthenticationMethods),
        };
        // Where a client gets a code it has somewhere to get it at.
        if (client.RedirectUris.Count > 0)
            policy["redirect_uris"]!["essential"] = true;
        if (client.IdTokenAlgorithm is { } algorithm)
            policy["id_token_signed_response_alg"] = Rule("value", algorithm);
        return policy;
    }

    private static JsonObject SubsetOf(IEnumerable<string> values) => Rule("subset_of", Array(values));

    private static JsonObject OneOf(IEnumerable<string> values) => Rule("one_of", Array(values));

    private static JsonObject Rule(string name, JsonNode value) => new() { [name] = value };

    private static JsonArray Array(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)value)];
}
