using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers.Discovery;

namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>The hub as OpenID provider, in the words of its own discovery document: made by the same handlers, so that the two cannot differ.</summary>
internal sealed class ProviderMetadata(IOpenIddictServerFactory transactions, HandleConfigurationRequest discovery, IOptions<HubOptions> hub)
{
    public async Task<JsonObject> ReadAsync()
    {
        var transaction = await transactions.CreateTransactionAsync();
        transaction.EndpointType = OpenIddictServerEndpointType.Configuration;
        transaction.BaseUri = new Uri(hub.Value.Issuer);
        transaction.Request = new OpenIddictRequest();
        await discovery.HandleAsync(new ProcessRequestContext(transaction));

        var metadata = JsonSerializer.SerializeToNode(transaction.Response)!.AsObject();
        // Section 5.1.3. Those that were admitted come with their entity identifier and an assertion; nobody else does.
        metadata["client_registration_types_supported"] = new JsonArray("automatic");
        metadata["request_authentication_methods_supported"] = new JsonObject { ["pushed_authorization_request_endpoint"] = new JsonArray("private_key_jwt") };
        metadata["request_authentication_signing_alg_values_supported"] = metadata["token_endpoint_auth_signing_alg_values_supported"]?.DeepClone();
        return metadata;
    }
}
