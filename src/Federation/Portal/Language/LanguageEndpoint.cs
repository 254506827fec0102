using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.Portal.Language;

/// <summary>The language switch of the layout: remembers the choice and goes back to where the reader was.</summary>
internal static class LanguageEndpoint
{
    public const string Path = "/language";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, Choose).ExcludeFromDescription();

    private static RedirectHttpResult Choose(HttpContext context, string? to, string? back)
    {
        if (Languages.FirstKnown(to) is { } tag)
            PageLanguage.Remember(context, tag);

        return TypedResults.LocalRedirect(IsLocal(back) ? WithoutLanguage(back!) : "/");
    }

    /// <summary>A language in the query would win over the choice just made.</summary>
    private static string WithoutLanguage(string path)
    {
        var mark = path.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0)
            return path;

        var kept = QueryHelpers.ParseQuery(path[mark..])
            .Where(pair => pair.Key is not ("lang" or "ui_locales"))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        return QueryHelpers.AddQueryString(path[..mark], kept);
    }

    /// <summary>Only a path of our own: "//host" and "/\host" lead elsewhere in a browser.</summary>
    private static bool IsLocal(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Any(char.IsControl);
}
