using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue;

/// <summary>Reads what the settings name; <see cref="CatalogueOptionsValidator"/> has asked for it at start, so that a wrong one stops the hub.</summary>
internal sealed class CatalogueSource(SettingsPaths paths)
{
    private const string Shipped = "catalogue.json";

    public Outcome<ServiceCatalogue> Read(CatalogueOptions options) => ReadContent(options).Then(static content => CatalogueReader.Read(content));

    public Outcome<byte[]> ReadContent(CatalogueOptions options)
    {
        if (options.File is null)
            return ReadShipped();

        var file = paths.Resolve(options.File);
        return File.Exists(file)
            ? File.ReadAllBytes(file)
            : ErrorCatalogue.CatalogueInvalid.With($"The file '{options.File}' of setting Catalogue:File does not exist.");
    }

    private static byte[] ReadShipped()
    {
        using var stream = typeof(CatalogueSource).Assembly.GetManifestResourceStream(Shipped)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
