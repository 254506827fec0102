using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Outcomes;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.SignedRequests;

/// <summary>
/// A request object that names itself by <c>jti</c> holds once, so that one out of a log starts nothing (RFC 9101 section 10.2). Asked last: a
/// request that is refused uses nothing up.
/// </summary>
internal sealed class UseRequestObjectOnce(IReplayGuard replays) :
    IOpenIddictServerHandler<ValidateAuthorizationRequestContext>, IOpenIddictServerHandler<ValidatePushedAuthorizationRequestContext>
{
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context) => UseAsync(context, context.ClientId);

    public ValueTask HandleAsync(ValidatePushedAuthorizationRequestContext context) => UseAsync(context, context.ClientId);

    private async ValueTask UseAsync(BaseValidatingContext context, string? clientId)
    {
        if (VerifiedRequest.Of(context.Transaction)?.Object is not { Identifier: { } identifier } used)
            return;
        if (!await replays.TryUseAsync("request:" + clientId, identifier, used.Expires.AddMinutes(1), context.CancellationToken))
            context.Reject(Errors.InvalidRequestObject, $"{ErrorCatalogue.RequestObjectUsed.Code} {ErrorCatalogue.RequestObjectUsed.Title.En}");
    }
}
