using CrossBorder.Verification.Outcomes;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>A FAPI client that leaves its verifier out is told what RFC 7636 section 4.6 says to one that has a wrong one.</summary>
internal sealed class RequireVerifier(IOpenIddictApplicationManager applications) : IOpenIddictServerHandler<ValidateTokenRequestContext>
{
    public async ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        if (context.Request.IsAuthorizationCodeGrantType() && string.IsNullOrEmpty(context.Request.CodeVerifier)
            && await ClientPolicy.FindAsync(applications, context.Request.ClientId, context.CancellationToken) is { IsFapi: true })
            context.Reject(Errors.InvalidGrant, ProtocolRefusal.Describe(ErrorCatalogue.RequestOutsideProfile.With("code_verifier is missing.")));
    }
}
