using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>The list of what rests on a certificate or key, to be taken away. Who took it is written down before the first line leaves.</summary>
internal sealed class ExportResting(IBlastRadius radius, IAuditLog audit, IOfficers officers, TimeProvider clock)
{
    public const string AuditKind = "trust.usage-exported";

    /// <summary>Whom the list is for.</summary>
    public static readonly OfficerRole[] Readers = [OfficerRole.SecurityOfficer, OfficerRole.Auditor];

    /// <summary>Before the first line leaves, and before anything says that lines will come; CB6082.</summary>
    public async Task<Outcome<bool>> RecordAsync(RestingSubject subject, RestingFormat format, OfficerPresence officer, CancellationToken cancellationToken)
    {
        audit.Record(AuditKind, AuditActors.Officer, subject.Name, new Dictionary<string, string>
        {
            ["actor"] = officer.Name,
            ["officer"] = officer.OfficerId,
            ["about"] = subject.Key is null ? "certificate" : "key",
            ["format"] = format.ToString(),
        });
        return await officers.SaveAsync(cancellationToken) ? true : ErrorCatalogue.AuditBeforeDisclosure.With("The list was not given out.");
    }

    public async Task WriteAsync(RestingSubject subject, RestingFormat format, Stream file, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var items = radius.ListAsync(subject, now, cancellationToken);
        if (format == RestingFormat.Csv)
            await RestingFile.WriteCsvAsync(items, file, cancellationToken);
        else
            await RestingFile.WriteJsonAsync(subject, now, items, file, cancellationToken);
    }
}
