using CrossBorder.Federation.OpenIdConnect.SignedRequests;
using CrossBorder.Verification.Outcomes;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.SignedResponses;

/// <summary>A client that registered for signed responses does not get others by asking for them: whoever changed its request would gain by it.</summary>
internal sealed class RequireSignedResponse(MessagePolicies policies) :
    IOpenIddictServerHandler<ValidateAuthorizationRequestContext>, IOpenIddictServerHandler<ValidatePushedAuthorizationRequestContext>
{
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context) => Check(context, context.ClientId, context.Request.ResponseMode);

    public ValueTask HandleAsync(ValidatePushedAuthorizationRequestContext context) => Check(context, context.ClientId, context.Request.ResponseMode);

    private ValueTask Check(BaseValidatingContext context, string? clientId, string? mode)
    {
        if (!string.IsNullOrEmpty(mode) && !JwtResponseModes.IsSigned(mode) && policies.Of(clientId).RequiresSignedResponses)
            context.Reject(Errors.InvalidRequest, $"{ErrorCatalogue.ResponseModeUnsigned.Code} {ErrorCatalogue.ResponseModeUnsigned.Title.En}");
        return default;
    }
}
