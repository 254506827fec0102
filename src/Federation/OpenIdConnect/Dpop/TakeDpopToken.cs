using Microsoft.AspNetCore;
using OpenIddict.Server;
using OpenIddict.Validation;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>Takes an access token that comes under the scheme <c>DPoP</c> (RFC 9449 section 7.1); OpenIddict looks for <c>Bearer</c> alone.</summary>
internal sealed class TakeDpopToken :
    IOpenIddictServerHandler<OpenIddictServerEvents.ExtractUserInfoRequestContext>,
    IOpenIddictValidationHandler<OpenIddictValidationEvents.ProcessAuthenticationContext>
{
    public ValueTask HandleAsync(OpenIddictServerEvents.ExtractUserInfoRequestContext context)
    {
        if (DpopReading.TokenIn(context.Transaction.GetHttpRequest()) is { } token && context.Request is { } request)
            request.AccessToken = token;
        return default;
    }

    public ValueTask HandleAsync(OpenIddictValidationEvents.ProcessAuthenticationContext context)
    {
        context.AccessToken ??= DpopReading.TokenIn(context.Transaction.GetHttpRequest());
        return default;
    }
}
