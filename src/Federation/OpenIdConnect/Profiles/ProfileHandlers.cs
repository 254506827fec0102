using CrossBorder.Federation.OpenIdConnect.Requests;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>Pushed requests for everybody (RFC 9126), and the rules that clients of a strict profile keep to: one handler each.</summary>
internal static class ProfileHandlers
{
    // Between one handler of OpenIddict and the next, which stand a thousand apart.
    private const int JustAfter = 500;

    public static void AddProfiles(this OpenIddictServerBuilder server)
    {
        server.Services.AddSingleton<PushedJourneys>();
        server.SetPushedAuthorizationEndpointUris(ProtocolPaths.PushedAuthorization);
        server.Configure(options => options.RequestTokenLifetime = PushedJourneys.RequestLifetime);
        server.AddEventHandler<ValidateTokenContext>(handler => handler.UseSingletonHandler<ResumePushedRequest>().SetOrder(int.MinValue + JustAfter));
        server.AddEventHandler<HandleConfigurationRequestContext>(handler => handler.UseSingletonHandler<PublishProfiles>()
            .SetOrder(Discovery.AttachAdditionalMetadata.Descriptor.Order + JustAfter + 1));
        AddRequestRules(server);
        AddTokenRules(server);
    }

    private static void AddRequestRules(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ExtractAuthorizationRequestContext>(handler => handler.UseSingletonHandler<RefuseRepeatedParameters>()
            .SetOrder(OpenIddictServerAspNetCoreHandlers.ExtractGetOrPostRequest<ExtractAuthorizationRequestContext>.Descriptor.Order + JustAfter));
        server.AddEventHandler<ExtractPushedAuthorizationRequestContext>(handler => handler.UseSingletonHandler<RefuseRepeatedParameters>()
            .SetOrder(OpenIddictServerAspNetCoreHandlers.ExtractPostRequest<ExtractPushedAuthorizationRequestContext>.Descriptor.Order + JustAfter));
        server.AddEventHandler<ExtractTokenRequestContext>(handler => handler.UseSingletonHandler<RefuseRepeatedParameters>()
            .SetOrder(OpenIddictServerAspNetCoreHandlers.ExtractPostRequest<ExtractTokenRequestContext>.Descriptor.Order + JustAfter));

        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseScopedHandler<RequirePushedRequest>()
            .SetOrder(Authentication.ValidateAuthentication.Descriptor.Order + JustAfter));
        server.AddEventHandler<ValidatePushedAuthorizationRequestContext>(handler => handler.UseSingletonHandler<IgnoreUnknownScopes>()
            .SetOrder(Authentication.ValidatePushedScopeParameter.Descriptor.Order - JustAfter));
        server.AddEventHandler<ValidatePushedAuthorizationRequestContext>(handler => handler.UseSingletonHandler<CheckRequestedClaims>()
            .SetOrder(Authentication.ValidatePushedScopeParameter.Descriptor.Order - JustAfter + 1));
        server.AddEventHandler<ValidatePushedAuthorizationRequestContext>(handler => handler.UseScopedHandler<RequireFapiRequest>()
            .SetOrder(Authentication.ValidatePushedAuthentication.Descriptor.Order + JustAfter - 1));
    }

    private static void AddTokenRules(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ValidateTokenContext>(handler => handler.UseSingletonHandler<RequireAssertionForHub>()
            .SetOrder(Protection.ValidateAudiences.Descriptor.Order - JustAfter));
        server.AddEventHandler<ProcessAuthenticationContext>(handler => handler.UseScopedHandler<RequireSoundAssertion>()
            .SetOrder(ValidateClientAssertion.Descriptor.Order + JustAfter));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseScopedHandler<RequireVerifier>()
            .SetOrder(Exchange.ValidateProofKeyForCodeExchangeParameters.Descriptor.Order - JustAfter));
        server.RemoveEventHandler(RedeemTokenEntry.Descriptor);
        server.AddEventHandler<ProcessSignInContext>(handler => handler.UseScopedHandler<KeepRefreshToken>().SetOrder(RedeemTokenEntry.Descriptor.Order));
        server.AddEventHandler<ProcessSignInContext>(handler => handler.UseScopedHandler<IssueNoSecondRefreshToken>()
            .SetOrder(EvaluateGeneratedTokens.Descriptor.Order + JustAfter));
    }
}
