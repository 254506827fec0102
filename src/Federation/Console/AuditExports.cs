using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Audit;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What the auditor takes away: it is written down first, and holds no later entry than that.</summary>
internal sealed class AuditExports(AuditReading reading, IConsoleViews views, IAuditLog audit, IOfficers officers)
{
    public async Task<Outcome<byte[]>> ExportAsync(AuditFilter filter, OfficerPresence officer, CancellationToken cancellationToken)
    {
        var places = await views.AuditPlacesAsync(filter, cancellationToken);
        var contents = await reading.ReadAsync(cancellationToken);
        using var file = new MemoryStream();
        var count = await AuditExtract.WriteAsync(contents, record => places.Contains(record.Sequence), filter.Fields, file, cancellationToken);
        audit.Record("audit.exported", AuditActors.Officer, "audit-log", new Dictionary<string, string>(
            filter.Fields.Select(field => KeyValuePair.Create("filter." + field.Key, field.Value)), StringComparer.Ordinal)
        {
            ["actor"] = officer.Name,
            ["officer"] = officer.OfficerId,
            ["entries"] = count.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
        return await officers.SaveAsync(cancellationToken) ? file.ToArray() : ErrorCatalogue.AuditBeforeDisclosure.With("The export could not be written down.");
    }
}
