using System.Text.Json.Nodes;
using CrossBorder.Federation.OpenIdConnect;

namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>The hub as OpenID provider: its discovery document, and what a federation wants beyond (OpenID Federation 1.0 section 5.1.3).</summary>
internal sealed class ProviderMetadata(DiscoveryDocument discovery)
{
    public async Task<JsonObject> ReadAsync()
    {
        var metadata = await discovery.ReadAsync();
        // Those that were admitted come with their entity identifier and an assertion; nobody else does.
        metadata["client_registration_types_supported"] = new JsonArray("automatic");
        metadata["request_authentication_methods_supported"] = new JsonObject { ["pushed_authorization_request_endpoint"] = new JsonArray("private_key_jwt") };
        metadata["request_authentication_signing_alg_values_supported"] = metadata["token_endpoint_auth_signing_alg_values_supported"]?.DeepClone();
        return metadata;
    }
}
