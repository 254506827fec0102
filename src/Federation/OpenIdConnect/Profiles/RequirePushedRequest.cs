using CrossBorder.Verification.Outcomes;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>A FAPI client pushes its requests (RFC 9126); what a browser carries in its address is refused (FAPI 2.0 Security Profile section 5.3.2.2).</summary>
internal sealed class RequirePushedRequest(IOpenIddictApplicationManager applications) : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>
{
    public async ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (context.RequestTokenPrincipal?.GetClaim(Claims.Private.RequestTokenType) != RequestTokenTypes.Private.PushedAuthorizationRequest
            && await ClientPolicy.FindAsync(applications, context.ClientId, context.CancellationToken) is { IsFapi: true })
            context.Reject(Errors.InvalidRequest, ProtocolRefusal.Describe(ErrorCatalogue.RequestNotPushed.With("Requests of this client are pushed first.")));
    }
}
