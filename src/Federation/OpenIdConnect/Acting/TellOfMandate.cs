using System.Text.Json;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.TokenExchange;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Acting;

/// <summary>
/// Introspection says who is there for whom to the client that holds the token, too: OpenIddict tells it to those alone that the token is for.
/// </summary>
internal sealed class TellOfMandate : IOpenIddictServerHandler<HandleIntrospectionRequestContext>
{
    public ValueTask HandleAsync(HandleIntrospectionRequestContext context)
    {
        foreach (var name in ActingToken.IsOne(context.GenericTokenPrincipal) ? new[] { ActorChain.Name, HubClaims.Delegation } : [])
            context.Claims[name] = new OpenIddictParameter(JsonSerializer.Deserialize<JsonElement>(context.GenericTokenPrincipal.GetClaim(name)!));
        return default;
    }
}
