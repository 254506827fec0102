using CrossBorder.Federation.OpenIdConnect.Profiles;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Validation;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>
/// Bound tokens are for who holds what they are bound to. Takes the place of OpenIddict's handlers, which know certificates alone and
/// break at any other binding.
/// </summary>
internal sealed class RequirePossession(IOpenIddictApplicationManager applications, DpopNonces nonces) :
    IOpenIddictServerHandler<OpenIddictServerEvents.ValidateTokenContext>,
    IOpenIddictValidationHandler<OpenIddictValidationEvents.ValidateTokenContext>
{
    public async ValueTask HandleAsync(OpenIddictServerEvents.ValidateTokenContext context)
    {
        if (context.DisableProofOfPossessionValidation || context.Principal is not { } token
            || token.GetTokenType() is not (TokenTypeIdentifiers.AccessToken or TokenTypeIdentifiers.RefreshToken))
            return;

        var http = context.Transaction.GetHttpRequest()?.HttpContext;
        if (Possession.Judge(token, http, context.Transaction.RemoteCertificate) is { } error)
        {
            if (token.GetTokenType() == TokenTypeIdentifiers.AccessToken)
                AnswerWithDpop.Ask(http, token);
            context.Reject(Errors.InvalidToken, ProtocolRefusal.Describe(error));
        }
        else if (token.GetTokenType() == TokenTypeIdentifiers.AccessToken
            && await DpopNoncePolicy.FindFaultAsync(applications, nonces, token.GetClaim(Claims.ClientId), http, context.CancellationToken) is { } missing)
        {
            context.Reject(DpopErrors.UseNonce, ProtocolRefusal.Describe(missing));
        }
    }

    public async ValueTask HandleAsync(OpenIddictValidationEvents.ValidateTokenContext context)
    {
        if (context.DisableProofOfPossessionValidation || context.Principal is not { } token)
            return;

        var http = context.Transaction.GetHttpRequest()?.HttpContext;
        if (Possession.Judge(token, http, context.Transaction.RemoteCertificate) is { } error)
        {
            AnswerWithDpop.Ask(http, token);
            context.Reject(Errors.InvalidToken, ProtocolRefusal.Describe(error));
        }
        else if (await DpopNoncePolicy.FindFaultAsync(applications, nonces, token.GetClaim(Claims.ClientId), http, context.CancellationToken) is { } missing)
        {
            context.Reject(DpopErrors.UseNonce, ProtocolRefusal.Describe(missing));
        }
    }
}
