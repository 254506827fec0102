using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;
using CrossBorder.Federation.Storage.Stores;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

internal static class RegistrationsExtensions
{
    // Between one handler of OpenIddict and the next, which stand a thousand apart.
    private const int JustBefore = -500;

    /// <summary>Relying parties that register themselves, and that officers approve while the hub runs.</summary>
    public static IServiceCollection AddRegistrations(this IServiceCollection services)
    {
        services.AddSettings<RegistrationOptions, RegistrationOptionsValidator>("Registration");
        services.AddSingleton<SoftwareStatements>();
        services.AddSingleton<MetadataRules>();
        services.AddSingleton<RegistrationDocument>();
        services.AddSingleton<RegistrationLimits>();
        services.AddScoped<IRegistrations, RegistrationStore>();
        services.AddScoped<RegisterClient>();
        services.AddScoped<OwnRegistration>();
        services.AddScoped<OfficerRegistrations>();
        services.AddSingleton<RegistrationFaults>();
        services.AddScoped<RegisteredApplications>();
        services.AddSingleton<RegistrationWatch>();
        services.AddHostedService<RegistrationWatchWorker>();
        services.AddOpenIddict().AddServer(static server =>
        {
            server.AddEventHandler<HandleConfigurationRequestContext>(handler => handler.UseSingletonHandler<PublishRegistration>()
                .SetOrder(Discovery.AttachAdditionalMetadata.Descriptor.Order + 502));
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseScopedHandler<ExplainClientNotInForce>()
                .SetOrder(Authentication.ValidateClientIdParameter.Descriptor.Order + 500));
            server.AddEventHandler<ProcessAuthenticationContext>(handler => handler.UseScopedHandler<ExplainClientNotInForce>()
                .SetOrder(ValidateClientId.Descriptor.Order + JustBefore));
        });
        return services;
    }

    public static void MapRegistrations(this IEndpointRouteBuilder routes)
    {
        var registrations = routes.MapGroup(ProtocolPaths.Register).DisableAntiforgery().ExcludeFromDescription();
        registrations.MapPost("", RegistrationEndpoint.RegisterAsync);
        registrations.MapGet("{clientId}", RegistrationEndpoint.ReadAsync);
        registrations.MapPut("{clientId}", RegistrationEndpoint.ReplaceAsync);
        registrations.MapDelete("{clientId}", RegistrationEndpoint.DeleteAsync);
    }
}
