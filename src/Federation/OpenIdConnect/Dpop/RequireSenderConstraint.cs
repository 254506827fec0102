using CrossBorder.Federation.OpenIdConnect.Profiles;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>Clients whose tokens are bound get none that is not (FAPI 2.0 Security Profile section 5.3.2.1; RFC 9449 section 5.2).</summary>
internal sealed class RequireSenderConstraint(IOpenIddictApplicationManager applications, DpopNonces nonces) : IOpenIddictServerHandler<ValidateTokenRequestContext>
{
    public async ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        var http = context.Transaction.GetHttpRequest()?.HttpContext;
        if (await ClientPolicy.FindAsync(applications, context.ClientId, context.CancellationToken) is { IsBound: true } policy
            && DpopReading.ThumbprintIn(http) is null
            && (policy.NeedsProof || !policy.BindsToCertificate || context.Transaction.RemoteCertificate is null))
            context.Reject(DpopErrors.InvalidProof, ProtocolRefusal.Describe(ErrorCatalogue.PossessionMissing.With("Tokens of this client are bound, and the request shows nothing to bind them to.")));
        else if (await DpopNoncePolicy.FindFaultAsync(applications, nonces, context.ClientId, http, context.CancellationToken) is { } missing)
            context.Reject(DpopErrors.UseNonce, ProtocolRefusal.Describe(missing));
    }
}
