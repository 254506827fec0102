using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace CrossBorder.Federation.Portal;

/// <summary>
/// The one style sheet, carried inside the assembly: the hub looks the same from a published binary and inside another
/// program's process, where no web root exists.
/// </summary>
internal static class StyleSheetEndpoint
{
    private static readonly byte[] Content = Read();
    private static readonly string Version = Convert.ToHexStringLower(SHA256.HashData(Content))[..12];

    /// <summary>The address changes with the content, so that browsers may keep it for ever.</summary>
    public static string Address { get; } = $"/site.css?v={Version}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/site.css", static (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(Content, "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Version}\""));
    }).ExcludeFromDescription();

    // What only the console has stands behind what all pages have.
    private static byte[] Read() => [.. Read("site.css"), .. Read("console.css")];

    private static byte[] Read(string name)
    {
        using var stream = typeof(StyleSheetEndpoint).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The style sheet {name} is not embedded.");
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
