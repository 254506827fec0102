using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Tests.Catalogue;

/// <summary>The catalogue as it ships.</summary>
internal static class Shipped
{
    public static ICatalogue Catalogue { get; } = new CatalogueSource(new SettingsPaths(".")).Read(new CatalogueOptions()).Value;

    public static string Text()
    {
        using var stream = typeof(ICatalogue).Assembly.GetManifestResourceStream("catalogue.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
