using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Catalogue;

internal static class CatalogueExtensions
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddSingleton<CatalogueSource>();
        services.AddSettings<CatalogueOptions, CatalogueOptionsValidator>("Catalogue");
        services.AddSingleton<ICatalogue>(provider => provider.GetRequiredService<CatalogueSource>()
            .Read(provider.GetRequiredService<IOptions<CatalogueOptions>>().Value).Value);
        return services;
    }

    public static void MapCatalogue(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/items", ListItemsEndpoint.Handle).WithName("ListItems").WithTags("Catalogue");
        endpoints.MapGet("/api/items/{code}", ShowItemEndpoint.Handle).WithName("ShowItem").WithTags("Catalogue");
    }
}
