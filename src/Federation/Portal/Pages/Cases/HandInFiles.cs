using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Portal.Uploads;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Primitives;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>The files that come to a case after it was filed: those of the materials that it waits for.</summary>
internal sealed class HandInFiles(ICases cases) : IAsksForFiles
{
    public async Task<Outcome<IReadOnlySet<string>?>> SlugsAsync(
        RouteValueDictionary route, IReadOnlyDictionary<string, StringValues> fields, Applicant applicant, CancellationToken cancellationToken) =>
        (await cases.FindAsync(applicant.ResidentId, route["caseNumber"] as string ?? "", cancellationToken))
            .Then(view => Outcome<IReadOnlySet<string>?>.Of(view.Awaited.ToHashSet(StringComparer.Ordinal)));
}
