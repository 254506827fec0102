using CrossBorder.Federation.OpenIdConnect.Profiles;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>A proof beside a pushed request binds its code as <c>dpop_jkt</c> does; where both come they must name one key (RFC 9449 section 10.1).</summary>
internal sealed class BindPushedRequest(IOpenIddictApplicationManager applications, DpopNonces nonces) : IOpenIddictServerHandler<ValidatePushedAuthorizationRequestContext>
{
    public async ValueTask HandleAsync(ValidatePushedAuthorizationRequestContext context)
    {
        var http = context.Transaction.GetHttpRequest()?.HttpContext;
        if (DpopReading.ThumbprintIn(http) is not { } thumbprint)
            return;

        if ((string?)context.Request[BindCode.Name] is { } named && !string.Equals(named, thumbprint, StringComparison.Ordinal))
        {
            context.Reject(Errors.InvalidRequest, ProtocolRefusal.Describe(ErrorCatalogue.PossessionOfAnother.With("dpop_jkt names another key than the proof.")));
            return;
        }

        if (await DpopNoncePolicy.FindFaultAsync(applications, nonces, context.ClientId, http, context.CancellationToken) is { } missing)
            context.Reject(DpopErrors.UseNonce, ProtocolRefusal.Describe(missing));
        else
            context.Request[BindCode.Name] = thumbprint;
    }
}
