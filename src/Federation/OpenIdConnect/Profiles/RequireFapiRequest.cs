using CrossBorder.Federation.OpenIdConnect.SignedResponses;
using CrossBorder.Verification.Outcomes;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>What a FAPI client may push (FAPI 2.0 Security Profile section 5.3.2.2): a request for a code, with a redirect address, with PKCE by S256, and answered where no fragment carries it.</summary>
internal sealed class RequireFapiRequest(IOpenIddictApplicationManager applications) : IOpenIddictServerHandler<ValidatePushedAuthorizationRequestContext>
{
    public async ValueTask HandleAsync(ValidatePushedAuthorizationRequestContext context)
    {
        if (await ClientPolicy.FindAsync(applications, context.ClientId, context.CancellationToken) is { IsFapi: true } && FaultOf(context.Request) is { } fault)
            context.Reject(Errors.InvalidRequest, ProtocolRefusal.Describe(ErrorCatalogue.RequestOutsideProfile.With(fault)));
    }

    private static string? FaultOf(OpenIddictRequest request)
    {
        if (string.IsNullOrEmpty(request.RedirectUri))
            return "redirect_uri is missing.";
        if (request.ResponseType != ResponseTypes.Code)
            return "response_type is not code.";
        if (string.IsNullOrEmpty(request.CodeChallenge) || request.CodeChallengeMethod != CodeChallengeMethods.Sha256)
            return "code_challenge by S256 is missing.";
        return JwtResponseModes.WayOf(request.ResponseMode) == ResponseModes.Fragment ? "response_mode is fragment." : null;
    }
}
