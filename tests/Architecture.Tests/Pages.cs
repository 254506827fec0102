using Mono.Cecil;

namespace CrossBorder.Architecture.Tests;

/// <summary>Page models are thin: they ask a feature and show its answer.</summary>
public sealed class Pages
{
    [Fact]
    public void A_page_model_knows_no_database_and_no_wire()
    {
        var models = Room.Federation.TopLevelTypes.Where(IsPageModel).Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        Rule.HasNoOffender(Room.Federation
            .NamingAny("Microsoft.EntityFrameworkCore", "CrossBorder.Federation.Storage.HubDbContext", "System.Net.Http")
            .Where(models.Contains));
    }

    // A form with an address of its own gets no token against forgery unless it asks for one, and is then refused in every browser.
    [Fact]
    public void A_form_of_the_console_that_names_its_address_asks_for_the_token_against_forgery() => Rule.HasNoOffender(
        Repository.Under("src/Federation/Console", ".cshtml").SelectMany(file => Repository.Read(file).Split('\n')
            .Where(line => line.Contains("<form", StringComparison.Ordinal) && line.Contains("method=\"post\"", StringComparison.Ordinal)
                && line.Contains("action=", StringComparison.Ordinal) && !line.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal))
            .Select(line => $"{file}: {line.Trim()}")));

    private static bool IsPageModel(TypeDefinition type)
    {
        for (var candidate = type; candidate?.BaseType is not null; candidate = candidate.BaseType as TypeDefinition)
        {
            if (candidate.BaseType.FullName == "Microsoft.AspNetCore.Mvc.RazorPages.PageModel")
            {
                return true;
            }
        }

        return false;
    }
}
