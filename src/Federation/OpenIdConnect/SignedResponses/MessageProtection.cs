using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.EncryptedRequests;
using CrossBorder.Federation.OpenIdConnect.Encryption;
using CrossBorder.Federation.OpenIdConnect.IdentityAssurance;
using CrossBorder.Federation.OpenIdConnect.SignedRequests;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace CrossBorder.Federation.OpenIdConnect.SignedResponses;

/// <summary>Signed requests, signed responses and what is encrypted to clients: where they stand among OpenIddict's handlers.</summary>
internal static class MessageProtection
{
    private const int JustAfter = 500;

    public static void AddMessageProtection(this IServiceCollection services)
    {
        services.AddSingleton<MessagePolicies>();
        services.AddSettings<RequestEncryptionOptions, RequestEncryptionOptionsValidator>("RequestEncryption");
        services.AddSingleton<RequestKeys>();
        services.AddSingleton<RequestSeal>();
        services.AddSingleton<ClientSigner>();
        services.AddSingleton<ClientEncryption>();
        services.AddSingleton<UserInfoAnswers>();
        services.AddSingleton<ISignedAnswers, SignedAnswers>();
        services.AddOptions<OpenIddictServerOptions>().Configure(static options => options.ResponseModes.UnionWith(JwtResponseModes.All));
    }

    public static void AddHandlers(OpenIddictServerBuilder server)
    {
        AddRequestHandlers(server);
        server.AddEventHandler<ApplyAuthorizationResponseContext>(handler => handler.UseSingletonHandler<SignAuthorizationResponse>()
            .SetOrder(Authentication.AttachIssuer.Descriptor.Order + JustAfter));
        server.AddEventHandler<ApplyIntrospectionResponseContext>(handler => handler.UseSingletonHandler<SignIntrospection>()
            .SetOrder(OpenIddictServerAspNetCoreHandlers.ProcessJsonResponse<ApplyIntrospectionResponseContext>.Descriptor.Order - JustAfter));
        server.AddEventHandler<GenerateTokenContext>(handler => handler.UseSingletonHandler<EncryptIdToken>()
            .SetOrder(Protection.GenerateIdentityModelToken.Descriptor.Order + JustAfter));
        server.AddEventHandler<HandleConfigurationRequestContext>(handler => handler.UseSingletonHandler<PublishMessageProtection>()
            .SetOrder(Discovery.AttachAdditionalMetadata.Descriptor.Order + JustAfter + 1));
        server.AddEventHandler<HandleConfigurationRequestContext>(handler => handler.UseSingletonHandler<PublishIdentityAssurance>()
            .SetOrder(Discovery.AttachAdditionalMetadata.Descriptor.Order + JustAfter + 2));
        server.AddEventHandler<HandleConfigurationRequestContext>(handler => handler.UseSingletonHandler<PublishRequestKeys>()
            .SetOrder(Discovery.AttachAdditionalMetadata.Descriptor.Order + JustAfter + 3));
        // After what notes who has fetched which of the keys that sign.
        server.AddEventHandler<HandleJsonWebKeySetRequestContext>(handler => handler.UseSingletonHandler<PublishRequestKeys>()
            .SetOrder(Discovery.AttachSigningKeys.Descriptor.Order + JustAfter + 2));
    }

    private static void AddRequestHandlers(OpenIddictServerBuilder server)
    {
        // Once the parameters are there, and before anything looks at them.
        server.AddEventHandler<ExtractAuthorizationRequestContext>(handler => handler.UseSingletonHandler<ReadRequestObject>().SetOrder(ProtocolServer.Last));
        server.AddEventHandler<ExtractPushedAuthorizationRequestContext>(handler => handler.UseSingletonHandler<ReadRequestObject>().SetOrder(ProtocolServer.Last));

        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseSingletonHandler<RequireSignedResponse>()
            .SetOrder(Authentication.ValidateResponseModeParameter.Descriptor.Order + JustAfter));
        server.AddEventHandler<ValidatePushedAuthorizationRequestContext>(handler => handler.UseSingletonHandler<RequireSignedResponse>()
            .SetOrder(Authentication.ValidatePushedResponseModeParameter.Descriptor.Order + JustAfter));

        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseScopedHandler<UseRequestObjectOnce>().SetOrder(ProtocolServer.Last));
        server.AddEventHandler<ValidatePushedAuthorizationRequestContext>(handler => handler.UseScopedHandler<UseRequestObjectOnce>().SetOrder(ProtocolServer.Last));
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseSingletonHandler<SealVerifiedRequest>().SetOrder(ProtocolServer.Last + 1));
    }
}
