using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Requests;

/// <summary>A <c>claims</c> parameter that cannot be read is refused before any sign-in begins.</summary>
internal sealed class CheckRequestedClaims : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>
{
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (RequestedClaims.Of(context.Request) is null)
            context.Reject(Errors.InvalidRequest, "The 'claims' parameter is not what OpenID Connect Core section 5.5 describes.");
        return default;
    }
}
