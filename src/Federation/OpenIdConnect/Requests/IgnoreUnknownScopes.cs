using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Requests;

/// <summary>
/// A scope that nobody here knows, such as <c>email</c> or <c>phone</c>, is no reason to turn a sign-in away (OpenID Connect Core section
/// 3.1.2.1: it should be ignored). A known one that the client is not registered for is refused still. The token answer names what was granted.
/// </summary>
internal sealed class IgnoreUnknownScopes : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>, IOpenIddictServerHandler<ValidatePushedAuthorizationRequestContext>
{
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context) => Narrow(context, context.Request);

    public ValueTask HandleAsync(ValidatePushedAuthorizationRequestContext context) => Narrow(context, context.Request);

    private static ValueTask Narrow(BaseValidatingContext context, OpenIddictRequest request)
    {
        var asked = request.GetScopes();
        if (asked.Contains(Scopes.OpenId, StringComparer.Ordinal))
            request.Scope = string.Join(' ', asked.Where(context.Options.Scopes.Contains));
        return default;
    }
}
