using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>The one script of the hub, for passkeys, carried inside the assembly as the style sheet is.</summary>
internal static class ConsoleScript
{
    private static readonly byte[] Content = Read();
    private static readonly string Version = Convert.ToHexStringLower(SHA256.HashData(Content))[..12];

    /// <summary>The address changes with the content, so that browsers may keep it for ever.</summary>
    public static string Address { get; } = $"/passkeys.js?v={Version}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/passkeys.js", static (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(Content, "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Version}\""));
    }).ExcludeFromDescription();

    private static byte[] Read()
    {
        using var stream = typeof(ConsoleScript).Assembly.GetManifestResourceStream("passkeys.js")
            ?? throw new InvalidOperationException("The script is not embedded.");
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
