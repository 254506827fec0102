using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Acting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Devices;
using CrossBorder.Federation.OpenIdConnect.Dpop;
using CrossBorder.Federation.OpenIdConnect.Endpoints;
using CrossBorder.Federation.OpenIdConnect.TokenExchange;
using CrossBorder.Federation.OpenIdConnect.KeySets;
using CrossBorder.Federation.OpenIdConnect.Limits;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.OpenIdConnect.Requests;
using CrossBorder.Federation.OpenIdConnect.SignedResponses;
using CrossBorder.Federation.OpenIdConnect.Tokens;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Grants;
using CrossBorder.Federation.Storage.Stores;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Validation.OpenIddictValidationEvents;
using static OpenIddict.Validation.OpenIddictValidationHandlers;

namespace CrossBorder.Federation.OpenIdConnect;

internal static class OpenIdConnectExtensions
{
    /// <summary>The hub as OpenID provider, and its own APIs' view of the tokens that it issues.</summary>
    public static IServiceCollection AddOpenIdConnect(this IServiceCollection services)
    {
        services.AddSettings<RelyingPartiesOptions, RelyingPartiesOptionsValidator>("");
        services.AddSingleton<Microsoft.Extensions.Options.IPostConfigureOptions<RelyingPartiesOptions>, Profiles.FapiAlgorithms>();
        services.AddSingleton<KnownClients>();
        services.AddSingleton<ClientKeys>();
        services.AddSingleton<KeySetVisitors>();
        services.AddScoped<IPairwiseSubjects, PairwiseSubjectStore>();
        services.AddScoped<SessionPrincipal>();
        services.AddScoped<ExchangeToken>();
        services.AddActing();
        services.AddScoped<AuthorizationRefusal>();
        services.AddScoped<GrantableClaims>();
        services.AddScoped<HintedSubject>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, ServerKeys>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, ServerSettings>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerAspNetCoreOptions>, ServerSettings>();
        services.AddOpenIddict()
            .AddCore(static core => core
                .ReplaceApplicationManager<OpenIddictEntityFrameworkCoreApplication, HashedSecretApplicationManager>()
                .UseGrantStores())
            .AddServer(ProtocolServer.Configure)
            .AddValidation(ConfigureValidation);
        services.AddSingleton<KeptHandlers>();
        services.Replace(ServiceDescriptor.Scoped<IOpenIddictServerDispatcher, EventDispatcher>());
        services.AddSettings<ProtocolLimitsOptions, ProtocolLimitsOptionsValidator>("ProtocolLimits");
        services.AddSingleton<ProtocolLimits>();
        services.AddSingleton<UserCodeTries>();
        services.AddScoped<DeviceRequests>();
        services.AddBackChannelLogout();
        services.AddMessageProtection();
        services.AddScoped<EncryptedIdentity>();
        services.AddHostedService<ClientRegistration>();
        services.AddHostedService<RefreshServerKeys>();

        var policies = services.AddAuthorizationBuilder();
        foreach (var scope in HubScopes.All)
            policies.AddScope(scope);
        return services;
    }

    public static void MapOpenIdConnect(this IEndpointRouteBuilder routes)
    {
        string[] both = [HttpMethods.Get, HttpMethods.Post];
        routes.MapMethods(ProtocolPaths.Authorize, both, AuthorizeEndpoint.HandleAsync).DisableAntiforgery().ExcludeFromDescription();
        routes.MapGet(ProtocolPaths.Verification + "/pattern", UserCodePattern.Handle).ExcludeFromDescription();
        routes.MapPost(ProtocolPaths.Token, TokenEndpoint.HandleAsync).DisableAntiforgery().ExcludeFromDescription();
        routes.MapMethods(ProtocolPaths.UserInfo, both, UserInfoEndpoint.HandleAsync).DisableAntiforgery().ExcludeFromDescription();
        routes.MapMethods(ProtocolPaths.EndSession, both, EndSessionEndpoint.HandleAsync).DisableAntiforgery().ExcludeFromDescription();
    }

    private static void ConfigureValidation(OpenIddictValidationBuilder validation)
    {
        validation.UseLocalServer();
        validation.UseAspNetCore();
        // A token that was revoked, or whose sign-in was, is refused at once and not when it expires.
        validation.EnableTokenEntryValidation().EnableAuthorizationEntryValidation();
        validation.Services.AddOptions<OpenIddictValidationOptions>().Configure<IOptions<HubOptions>>(static (options, hub) =>
            options.Audiences.Add(hub.Value.Issuer));
        validation.AddDpop();
        validation.AddEventHandler<ProcessAuthenticationContext>(handler => handler.UseSingletonHandler<NoteTokenUse>().SetOrder(ProtocolServer.Last));
        validation.AddEventHandler<ValidateTokenContext>(handler => handler.UseSingletonHandler<RestoreTokenId>()
            .SetOrder(Protection.MapInternalClaims.Descriptor.Order + 500));
    }
}
