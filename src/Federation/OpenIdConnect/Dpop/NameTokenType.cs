using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>A token that is bound to a key is of the type <c>DPoP</c>, in the token answer (RFC 9449 section 5) and at introspection (section 6.2).</summary>
internal sealed class NameTokenType : IOpenIddictServerHandler<ProcessSignInContext>, IOpenIddictServerHandler<HandleIntrospectionRequestContext>
{
    public ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context.IncludeAccessToken && context.AccessTokenPrincipal is { } token && Possession.Bound(token, Possession.KeyThumbprint) is not null)
            context.Response.TokenType = DpopReading.Scheme;
        return default;
    }

    public ValueTask HandleAsync(HandleIntrospectionRequestContext context)
    {
        if (context.Confirmation is { } confirmation)
            context.TokenType = confirmation.ContainsKey(Possession.KeyThumbprint) ? DpopReading.Scheme : "Bearer";
        return default;
    }
}
