using Microsoft.Net.Http.Headers;

namespace CrossBorder.Federation.Portal;

/// <summary>The sign in the browser's tab: two shores and a bridge. Drawn here, because the pages load nothing from elsewhere.</summary>
internal static class IconEndpoint
{
    public const string Address = "/icon.svg";

    private const string Drawing = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#00594f"/><path d="M4 22h6v4H4zm18 0h6v4h-6zM7 20c3-13 15-13 18 0" fill="none" stroke="#fff" stroke-width="3"/></svg>
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Address, static (HttpContext context) =>
    {
        context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=86400";
        return TypedResults.Text(Drawing, "image/svg+xml");
    }).ExcludeFromDescription();
}
