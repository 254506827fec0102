using CrossBorder.Federation.Officers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>Closes the pages of the console: one that does not say whom it is for is for nobody.</summary>
internal static class ConsoleDoors
{
    public const string Pages = "/Console/Pages";
    public const string SignIn = "/console/sign-in";
    public const string ReturnParameter = "back";

    private const string Nobody = "nobody";

    public static void Close(PageConventionCollection conventions) =>
        conventions.AddFolderApplicationModelConvention(Pages, static page =>
        {
            page.Filters.Add(new AuditorChangesNothing());
            page.Filters.Add(new AskTheProvider());
            if (!page.HandlerTypeAttributes.Any(attribute => attribute is ForOfficersAttribute or AllowAnonymousAttribute))
                page.EndpointMetadata.Add(new AuthorizeAttribute { AuthenticationSchemes = OfficerScheme.Name, Roles = Nobody });
        });

    /// <summary>Where to go after signing in: a page of the console, whatever the address asks for.</summary>
    public static string Safe(string? back) =>
        back is not null && (back == "/console" || back.StartsWith("/console/", StringComparison.Ordinal) || back.StartsWith("/console?", StringComparison.Ordinal))
        && !back.Contains('\\', StringComparison.Ordinal) && !back.Contains("//", StringComparison.Ordinal) && !back.Any(char.IsControl)
            ? back
            : "/console";
}
