using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Portal;

namespace CrossBorder.Federation.Hosting;

/// <summary>The features of the hub in the order of the journey: one line each to register, one line each to map.</summary>
internal static class HubFeatures
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddCatalogue();
        builder.Services.AddPages();
    }

    public static void MapFeatures(this WebApplication app)
    {
        app.MapCatalogue();
        app.MapPages();
    }
}
