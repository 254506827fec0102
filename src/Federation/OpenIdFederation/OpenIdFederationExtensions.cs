using CrossBorder.Adapters.RelyingParties;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdFederation;

internal static class OpenIdFederationExtensions
{
    /// <summary>The hub as an entity of OpenID Federation, that speaks for those whom it has admitted.</summary>
    public static IServiceCollection AddOpenIdFederation(this IServiceCollection services)
    {
        services.AddSettings<OpenIdFederationOptions, OpenIdFederationOptionsValidator>("OpenIdFederation");
        services.AddEntityConfigurations();
        services.AddSingleton<FederationKeys>();
        services.AddSingleton<SignedStatements>();
        services.AddSingleton<FederationMembers>();
        services.AddSingleton<MemberAnswers>();
        services.AddScoped<DiscoveryDocument>();
        services.AddScoped<ProviderMetadata>();
        services.AddScoped<Statements>();
        services.AddScoped<ResolveEntity>();
        return services;
    }

    public static void MapOpenIdFederation(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").ExcludeFromDescription();
        group.AddEndpointFilter(static async (context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<IOptions<OpenIdFederationOptions>>().Value.Enabled ? await next(context) : Results.NotFound());
        group.MapGet(FederationPaths.Configuration, FederationEndpoints.ConfigurationAsync);
        group.MapGet(FederationPaths.List, FederationEndpoints.List);
        group.MapGet(FederationPaths.Fetch, FederationEndpoints.Fetch);
        group.MapGet(FederationPaths.Resolve, FederationEndpoints.ResolveAsync);
    }
}
