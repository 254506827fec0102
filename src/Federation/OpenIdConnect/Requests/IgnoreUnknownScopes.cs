using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Requests;

/// <summary>
/// A scope that nobody here knows, such as <c>email</c> or <c>phone</c>, is no reason to turn a sign-in away (OpenID Connect Core section
/// 3.1.2.1: it should be ignored). A known one that the client is not registered for is refused still. The token answer names what was granted.
/// </summary>
internal sealed class IgnoreUnknownScopes : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>
{
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        var asked = context.Request.GetScopes();
        if (asked.Contains(Scopes.OpenId, StringComparer.Ordinal))
            context.Request.Scope = string.Join(' ', asked.Where(context.Options.Scopes.Contains));
        return default;
    }
}
