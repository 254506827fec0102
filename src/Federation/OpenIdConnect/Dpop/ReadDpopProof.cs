using CrossBorder.Federation.OpenIdConnect.Profiles;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using OpenIddict.Validation;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>A proof that does not hold ends the request, at the protocol's end points and at the APIs; what a proof is worth is asked later.</summary>
internal sealed class ReadDpopProof(DpopProofs proofs) :
    IOpenIddictServerHandler<OpenIddictServerEvents.ProcessAuthenticationContext>,
    IOpenIddictValidationHandler<OpenIddictValidationEvents.ProcessAuthenticationContext>
{
    public async ValueTask HandleAsync(OpenIddictServerEvents.ProcessAuthenticationContext context)
    {
        if (context.EndpointType is OpenIddictServerEndpointType.Token or OpenIddictServerEndpointType.PushedAuthorization or OpenIddictServerEndpointType.UserInfo
            && context.Transaction.GetHttpRequest() is { } request
            && await proofs.ReadAsync(request.HttpContext, context.AccessToken) is { Succeeded: false, Error: var error })
            context.Reject(DpopErrors.Of(error), ProtocolRefusal.Describe(error));
    }

    public async ValueTask HandleAsync(OpenIddictValidationEvents.ProcessAuthenticationContext context)
    {
        if (context.Transaction.GetHttpRequest() is { } request
            && await proofs.ReadAsync(request.HttpContext, context.AccessToken) is { Succeeded: false, Error: var error })
            context.Reject(DpopErrors.Of(error), ProtocolRefusal.Describe(error));
    }
}
