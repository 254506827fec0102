using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.Portal.Uploads;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Primitives;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>
/// The files that the form of an application takes: those of the materials that its entry asks for, or asked for when the form was opened, unless
/// it was filed already.
/// </summary>
internal sealed class ApplyFiles(ICatalogue catalogue, ICatalogueVersions versions, ISubmitApplication submit) : IAsksForFiles
{
    public async Task<Outcome<IReadOnlySet<string>?>> SlugsAsync(
        RouteValueDictionary route, IReadOnlyDictionary<string, StringValues> fields, Applicant applicant, CancellationToken cancellationToken)
    {
        var found = catalogue.Find(route["code"] as string ?? "");
        if (!found.TryGetValue(out var entry))
            return Outcome<IReadOnlySet<string>?>.Refused(found.Errors);
        // Sent twice, they would be other uploads and so another application.
        if (fields.GetValueOrDefault(Names.Key) is [{ Length: > 0 } key] && await submit.FindFiledAsync(applicant, clientId: null, key, cancellationToken) is not null)
            return Outcome<IReadOnlySet<string>?>.Of(null);
        var slugs = SlugsOf(entry);
        // What was asked for when the form was opened and is no more is no mistake of the resident: it is passed over, and the form shown anew.
        if (fields.GetValueOrDefault(Names.Version) is [{ Length: > 0 } version] && versions.Of(version).Find(entry.Code).TryGetValue(out var was))
            slugs.UnionWith(SlugsOf(was));
        return Outcome<IReadOnlySet<string>?>.Of(slugs);
    }

    private static HashSet<string> SlugsOf(CatalogueEntry entry) => EntryNeeds.Of(entry).Documents.Select(document => document.Slug).ToHashSet(StringComparer.Ordinal);
}
