using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Requests;

/// <summary>A <c>claims</c> parameter that cannot be read is refused before any sign-in begins.</summary>
internal sealed class CheckRequestedClaims : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>, IOpenIddictServerHandler<ValidatePushedAuthorizationRequestContext>
{
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context) => Check(context, context.Request);

    public ValueTask HandleAsync(ValidatePushedAuthorizationRequestContext context) => Check(context, context.Request);

    private static ValueTask Check(BaseValidatingContext context, OpenIddictRequest request)
    {
        if (RequestedClaims.Of(request) is null)
            context.Reject(Errors.InvalidRequest, "The 'claims' parameter is not what OpenID Connect Core section 5.5 describes.");
        return default;
    }
}
