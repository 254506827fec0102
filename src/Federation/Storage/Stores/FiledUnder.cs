using CrossBorder.Federation.Applications;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal static class FiledUnder
{
    /// <summary>The version of the catalogue that a case was filed under, and by whose terms it runs to its end.</summary>
    public static Task<string> CatalogueVersionOfAsync(this HubDbContext context, string applicationId, CancellationToken cancellationToken) =>
        context.Set<Application>().Where(row => row.Id == applicationId).Select(row => row.CatalogueVersion).FirstAsync(cancellationToken);
}
