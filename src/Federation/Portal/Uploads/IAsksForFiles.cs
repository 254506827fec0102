using CrossBorder.Federation.Applications;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Primitives;

namespace CrossBorder.Federation.Portal.Uploads;

/// <summary>Which files a page takes. Asked once, when the first one comes: by then the fields before it are read, and none of it is.</summary>
internal interface IAsksForFiles
{
    /// <summary>The slugs of materials that are asked for; null where what is posted was done already, and files are passed over.</summary>
    Task<Outcome<IReadOnlySet<string>?>> SlugsAsync(
        RouteValueDictionary route, IReadOnlyDictionary<string, StringValues> fields, Applicant applicant, CancellationToken cancellationToken);
}
