using CrossBorder.Federation.OpenIdConnect.Profiles;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>A code that is bound to a key is redeemed with a proof of that key (RFC 9449 section 10).</summary>
internal sealed class RequireCodesKey : IOpenIddictServerHandler<ValidateTokenRequestContext>
{
    public ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        if (context.Request.IsAuthorizationCodeGrantType()
            && context.AuthorizationCodePrincipal?.GetClaim(BindCode.Name) is { } bound
            && !string.Equals(bound, DpopReading.ThumbprintIn(context.Transaction.GetHttpRequest()?.HttpContext), StringComparison.Ordinal))
            context.Reject(Errors.InvalidGrant, ProtocolRefusal.Describe(ErrorCatalogue.PossessionOfAnother.With("The code was asked for with another key.")));
        return default;
    }
}
