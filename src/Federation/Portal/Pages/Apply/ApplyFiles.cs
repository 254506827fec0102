using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Portal.Uploads;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Primitives;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>The files that the form of an application takes: those of the materials that its entry asks for, unless it was filed already.</summary>
internal sealed class ApplyFiles(ICatalogue catalogue, ISubmitApplication submit) : IAsksForFiles
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
        return Outcome<IReadOnlySet<string>?>.Of(EntryNeeds.Of(entry).Documents.Select(document => document.Slug).ToHashSet(StringComparer.Ordinal));
    }
}
