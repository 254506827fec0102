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
