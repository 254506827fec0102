using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Acting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Devices;
using CrossBorder.Federation.OpenIdConnect.Dpop;
using CrossBorder.Federation.OpenIdConnect.KeySets;
using CrossBorder.Federation.OpenIdConnect.MutualTls;
using CrossBorder.Federation.OpenIdConnect.Profiles;
using CrossBorder.Federation.OpenIdConnect.Requests;
using CrossBorder.Federation.OpenIdConnect.SignedResponses;
using CrossBorder.Federation.OpenIdConnect.Tokens;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace CrossBorder.Federation.OpenIdConnect;

/// <summary>OpenIddict as this hub uses it: what is offered, and where it is taught better.</summary>
internal static class ProtocolServer
{
    // Between one handler of OpenIddict and the next, which stand a thousand apart.
    private const int JustAfter = 500;

    /// <summary>After all that might refuse.</summary>
    public const int Last = int.MaxValue - 50_000;

    public static void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris(ProtocolPaths.Authorize)
            .SetTokenEndpointUris(ProtocolPaths.Token)
            .SetUserInfoEndpointUris(ProtocolPaths.UserInfo)
            .SetIntrospectionEndpointUris(ProtocolPaths.Introspect)
            .SetRevocationEndpointUris(ProtocolPaths.Revoke)
            .SetEndSessionEndpointUris(ProtocolPaths.EndSession)
            .SetDeviceAuthorizationEndpointUris(ProtocolPaths.Device)
            .SetEndUserVerificationEndpointUris(ProtocolPaths.Verification);

        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow().AllowClientCredentialsFlow();
        server.AllowDeviceAuthorizationFlow().SetUserCodeCharset(UserCodes.Charset).SetUserCodeLength(UserCodes.Length)
            .SetUserCodeDisplayFormat(UserCodes.Format).SetUserCodeLifetime(UserCodes.Lifetime).SetDeviceCodeLifetime(UserCodes.Lifetime);
        server.AllowTokenExchangeFlow().IgnoreResourcePermissions();
        server.RegisterScopes([.. HubScopes.All]);
        server.RegisterClaims(
            Claims.AuthenticationContextReference, Claims.AuthenticationMethodReference, Claims.AuthenticationTime, "sid",
            Claims.Name, Claims.GivenName, Claims.FamilyName, Claims.Birthdate, Claims.Gender, "verified_claims");
        server.RegisterPromptValues(PromptValues.Login, PromptValues.Consent, PromptValues.None, PromptValues.SelectAccount);

        // Access tokens are read by others (RFC 9068). A refresh token holds once: a second use ends all that came of it.
        server.DisableAccessTokenEncryption().DisableSlidingRefreshTokenExpiration().SetRefreshTokenReuseLeeway(TimeSpan.Zero);
        server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough()
            .EnableUserInfoEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            .EnableEndUserVerificationEndpointPassthrough()
            .EnableErrorPassthrough();
        AddHandlers(server);
        server.AddProfiles();
        server.AddDpop();
        server.AddMutualTls();
        CommitGrant.AddTo(server);
        server.AddActing();
    }

    private static void AddHandlers(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ProcessAuthenticationContext>(handler => handler.UseScopedHandler<RequireRegisteredMethod>()
            .SetOrder(ValidateClientSecret.Descriptor.Order + JustAfter));
        // Once the assertion holds and is known to be the client's, and not before: a made-up one uses nothing up.
        server.AddEventHandler<ProcessAuthenticationContext>(handler => handler.UseScopedHandler<RefuseReplayedAssertion>()
            .SetOrder(ValidateClientSecret.Descriptor.Order + JustAfter + 1));
        server.AddEventHandler<ValidateTokenContext>(handler => handler.UseSingletonHandler<ResolveClientKeys>()
            .SetOrder(Protection.ResolveTokenValidationParameters.Descriptor.Order + JustAfter));
        server.AddEventHandler<ValidateTokenContext>(handler => handler.UseSingletonHandler<RestoreTokenId>()
            .SetOrder(Protection.MapInternalClaims.Descriptor.Order + JustAfter));
        server.AddEventHandler<GenerateTokenContext>(handler => handler.UseScopedHandler<SelectSigningKey>()
            .SetOrder(Protection.AttachSecurityCredentials.Descriptor.Order + JustAfter));
        server.AddEventHandler<GenerateTokenContext>(handler => handler.UseSingletonHandler<HideInternalClaims>()
            .SetOrder(Protection.GenerateIdentityModelToken.Descriptor.Order - JustAfter));
        server.AddEventHandler<HandleJsonWebKeySetRequestContext>(handler => handler.UseSingletonHandler<PublishShangMi>()
            .SetOrder(Discovery.AttachSigningKeys.Descriptor.Order + JustAfter));
        server.AddEventHandler<HandleConfigurationRequestContext>(handler => handler.UseSingletonHandler<PublishShangMi>()
            .SetOrder(Discovery.AttachSigningAlgorithms.Descriptor.Order + JustAfter));

        server.AddEventHandler<HandleConfigurationRequestContext>(handler => handler.UseSingletonHandler<NoteKeySetFetch>()
            .SetOrder(Discovery.AttachSigningAlgorithms.Descriptor.Order + JustAfter + 1));
        server.AddEventHandler<HandleJsonWebKeySetRequestContext>(handler => handler.UseSingletonHandler<NoteKeySetFetch>()
            .SetOrder(Discovery.AttachSigningKeys.Descriptor.Order + JustAfter + 1));
        server.AddEventHandler<ProcessAuthenticationContext>(handler => handler.UseSingletonHandler<NoteTokenUse>().SetOrder(Last));

        server.AddEventHandler<HandleConfigurationRequestContext>(handler => handler.UseSingletonHandler<PublishAbilities>()
            .SetOrder(Discovery.AttachAdditionalMetadata.Descriptor.Order + JustAfter));
        server.AddEventHandler<HandleIntrospectionRequestContext>(handler => handler.UseScopedHandler<RequireLiveSession>()
            .SetOrder(Introspection.AttachPrincipal.Descriptor.Order + JustAfter));
        AddRequestHandlers(server);
        MessageProtection.AddHandlers(server);
        server.RemoveEventHandler(OpenIddictServerHandlers.AttachTokenDigests.Descriptor);
        server.AddEventHandler<ProcessSignInContext>(handler => handler.UseScopedHandler<Tokens.AttachTokenDigests>()
            .SetOrder(OpenIddictServerHandlers.AttachTokenDigests.Descriptor.Order));
    }

    private static void AddRequestHandlers(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseSingletonHandler<IgnoreUnknownScopes>()
            .SetOrder(Authentication.ValidateScopeParameter.Descriptor.Order - JustAfter));
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseSingletonHandler<CheckRequestedClaims>()
            .SetOrder(Authentication.ValidateScopeParameter.Descriptor.Order - JustAfter + 1));

        server.AddEventHandler<ExtractUserInfoRequestContext>(handler => handler.UseSingletonHandler<TakeEmptyPost>().SetOrder(int.MinValue + JustAfter));

        server.RemoveEventHandler(OpenIddictServerAspNetCoreHandlers.Authentication.ProcessFormPostResponse.Descriptor);
        server.AddEventHandler<ApplyAuthorizationResponseContext>(handler => handler.UseSingletonHandler<SendByFormPost>()
            .SetOrder(OpenIddictServerAspNetCoreHandlers.Authentication.ProcessFormPostResponse.Descriptor.Order));
    }
}
