using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>Demonstrating proof of possession (RFC 9449), one handler for each rule.</summary>
internal static class DpopHandlers
{
    // Between one handler of OpenIddict and the next, which stand a thousand apart.
    private const int JustAfter = 500;

    public static void AddDpop(this OpenIddictServerBuilder server)
    {
        server.Services.TryAddSingleton<DpopNonces>();
        server.Services.TryAddScoped<DpopProofs>();
        server.AddEventHandler<ExtractUserInfoRequestContext>(handler => handler.UseSingletonHandler<TakeDpopToken>()
            .SetOrder(OpenIddictServerAspNetCoreHandlers.ExtractAccessToken<ExtractUserInfoRequestContext>.Descriptor.Order + JustAfter));
        // Once the client is known, and before any token is looked at.
        server.AddEventHandler<ProcessAuthenticationContext>(handler => handler.UseScopedHandler<ReadDpopProof>()
            .SetOrder(ValidateRequestToken.Descriptor.Order - JustAfter + 200));
        server.RemoveEventHandler(Protection.ValidateProofOfPossession.Descriptor);
        server.AddEventHandler<ValidateTokenContext>(handler => handler.UseScopedHandler<RequirePossession>()
            .SetOrder(Protection.ValidateProofOfPossession.Descriptor.Order));

        server.AddEventHandler<ValidatePushedAuthorizationRequestContext>(handler => handler.UseScopedHandler<BindPushedRequest>()
            .SetOrder(Authentication.ValidatePushedAuthentication.Descriptor.Order + JustAfter));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseSingletonHandler<RequireCodesKey>()
            .SetOrder(Exchange.ValidateCodeVerifier.Descriptor.Order + JustAfter));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseScopedHandler<RequireSenderConstraint>()
            .SetOrder(Exchange.ValidateAuthentication.Descriptor.Order + JustAfter));

        server.AddEventHandler<ProcessSignInContext>(handler => handler.UseSingletonHandler<BindCode>()
            .SetOrder(PrepareAuthorizationCodePrincipal.Descriptor.Order + JustAfter));
        server.AddEventHandler<ProcessSignInContext>(handler => handler.UseScopedHandler<BindAccessToken>()
            .SetOrder(PrepareRefreshTokenPrincipal.Descriptor.Order + JustAfter));
        server.AddEventHandler<ProcessSignInContext>(handler => handler.UseSingletonHandler<NameTokenType>()
            .SetOrder(AttachSignInParameters.Descriptor.Order + JustAfter));
        server.AddEventHandler<HandleIntrospectionRequestContext>(handler => handler.UseSingletonHandler<NameTokenType>()
            .SetOrder(Introspection.AttachMetadataClaims.Descriptor.Order + JustAfter));

        server.AddEventHandler<ApplyUserInfoResponseContext>(handler => handler.UseSingletonHandler<AnswerWithDpop>()
            .SetOrder(OpenIddictServerAspNetCoreHandlers.AttachWwwAuthenticateHeader<ApplyUserInfoResponseContext>.Descriptor.Order + JustAfter));
        server.AddEventHandler<ApplyTokenResponseContext>(handler => handler.UseSingletonHandler<AnswerWithDpop>()
            .SetOrder(OpenIddictServerAspNetCoreHandlers.AttachWwwAuthenticateHeader<ApplyTokenResponseContext>.Descriptor.Order + JustAfter));
        server.AddEventHandler<ApplyPushedAuthorizationResponseContext>(handler => handler.UseSingletonHandler<AnswerWithDpop>()
            .SetOrder(OpenIddictServerAspNetCoreHandlers.AttachWwwAuthenticateHeader<ApplyPushedAuthorizationResponseContext>.Descriptor.Order + JustAfter));
    }

    public static void AddDpop(this OpenIddictValidationBuilder validation)
    {
        validation.AddEventHandler<OpenIddictValidationEvents.ProcessAuthenticationContext>(handler => handler.UseSingletonHandler<TakeDpopToken>()
            .SetOrder(OpenIddictValidationAspNetCoreHandlers.ExtractAccessTokenFromAuthorizationHeader.Descriptor.Order + 1));
        validation.AddEventHandler<OpenIddictValidationEvents.ProcessAuthenticationContext>(handler => handler.UseScopedHandler<ReadDpopProof>()
            .SetOrder(OpenIddictValidationHandlers.ValidateAccessToken.Descriptor.Order - JustAfter));
        validation.RemoveEventHandler(OpenIddictValidationHandlers.Protection.ValidateProofOfPossession.Descriptor);
        validation.AddEventHandler<OpenIddictValidationEvents.ValidateTokenContext>(handler => handler.UseScopedHandler<RequirePossession>()
            .SetOrder(OpenIddictValidationHandlers.Protection.ValidateProofOfPossession.Descriptor.Order));
        validation.AddEventHandler<OpenIddictValidationEvents.ProcessChallengeContext>(handler => handler.UseSingletonHandler<AnswerWithDpop>()
            .SetOrder(OpenIddictValidationAspNetCoreHandlers.AttachWwwAuthenticateHeader<OpenIddictValidationEvents.ProcessChallengeContext>.Descriptor.Order + JustAfter));
    }
}
