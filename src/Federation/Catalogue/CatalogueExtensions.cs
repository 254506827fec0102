using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Catalogue;

internal static class CatalogueExtensions
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddSingleton<CatalogueSource>();
        services.AddSettings<CatalogueOptions, CatalogueOptionsValidator>("Catalogue");
        services.AddSingleton<CatalogueSnapshot>();
        services.AddSingleton<ICatalogueVersions>(static provider => provider.GetRequiredService<CatalogueSnapshot>());
        // Scoped, so that a request that asks twice is not told of two versions.
        services.AddScoped<ICatalogue>(static provider => provider.GetRequiredService<ICatalogueVersions>().Current);
        services.AddScoped<ICatalogueVersionStore, CatalogueVersionStore>();
        services.AddScoped<OfficerCatalogue>();
        services.AddScoped<PreviewCatalogue>();
        services.AddSingleton<CatalogueWatch>();
        services.AddSingleton<CatalogueWatchWorker>();
        services.AddHostedService(static provider => provider.GetRequiredService<CatalogueWatchWorker>());
        return services;
    }

    public static void MapCatalogue(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/items", ListItemsEndpoint.Handle).WithName("ListItems").WithTags("Catalogue");
        endpoints.MapGet("/api/items/{code}", ShowItemEndpoint.Handle).WithName("ShowItem").WithTags("Catalogue");
    }
}
