using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Conformance;
using CrossBorder.Federation.Trust.Keys;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.KeySets;

/// <summary>
/// Metadata and key set may be fetched with <c>?client_id=</c>: the metadata then name the key set with it too, so that a stock library
/// that is told the one address says whose it is at both.
/// </summary>
internal sealed class NoteKeySetFetch(KnownClients clients, EvidenceBook evidence, KeySetVisitors visitors, ConformanceBook conformance) :
    IOpenIddictServerHandler<HandleConfigurationRequestContext>, IOpenIddictServerHandler<HandleJsonWebKeySetRequestContext>
{
    private const string Parameter = "client_id";

    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        if (Registered(context.Request.ClientId) is { } client && context.JsonWebKeySetEndpoint is { } keys)
            context.JsonWebKeySetEndpoint = new Uri(QueryHelpers.AddQueryString(keys.AbsoluteUri, Parameter, client));
        return default;
    }

    public ValueTask HandleAsync(HandleJsonWebKeySetRequestContext context)
    {
        var keyIds = context.Keys.Select(key => key.Kid!).ToList();
        if (Registered(context.Request.ClientId) is { } client)
        {
            keyIds.ForEach(id => evidence.Saw(client, id, EvidenceKind.Named));
            conformance.Saw(client, Sight.KeysFetched);
        }

        if (context.Transaction.GetHttpRequest() is { } request)
            visitors.Came(request, keyIds, Registered(context.Request.ClientId) is not null);
        return default;
    }

    private string? Registered(string? clientId) => clients.Find(clientId)?.ClientId;
}
