using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers.Discovery;

namespace CrossBorder.Federation.OpenIdConnect;

/// <summary>The hub's discovery document for those who say it in other words: made by the handlers that answer for it, so that the two cannot differ.</summary>
internal sealed class DiscoveryDocument(IOpenIddictServerFactory transactions, HandleConfigurationRequest discovery, IOptions<HubOptions> hub)
{
    public async Task<JsonObject> ReadAsync()
    {
        var transaction = await transactions.CreateTransactionAsync();
        transaction.EndpointType = OpenIddictServerEndpointType.Configuration;
        transaction.BaseUri = new Uri(hub.Value.Issuer);
        transaction.Request = new OpenIddictRequest();
        await discovery.HandleAsync(new ProcessRequestContext(transaction));
        return JsonSerializer.SerializeToNode(transaction.Response)!.AsObject();
    }
}
