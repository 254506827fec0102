using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Evidence;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>The evidence of anybody's case, for the auditor: who took it is written down before it is handed out.</summary>
internal sealed class EvidenceForAuditor(IApplicationStore store, EvidenceExport evidence, IAuditLog audit, IOfficers officers)
{
    public async Task<Outcome<string>> ExportAsync(string caseNumber, OfficerPresence officer, CancellationToken cancellationToken)
    {
        if (await store.FindAnyAsync(caseNumber, cancellationToken) is not { } application)
            return ErrorCatalogue.CaseUnknown.With("No case has this number.");

        var package = evidence.Export(application);
        if (!package.Succeeded)
            return package;

        PersonalDataRead.Record(audit, officer, "evidence", application.CaseNumber, "audit");
        return await officers.SaveAsync(cancellationToken) ? package : ErrorCatalogue.AuditBeforeDisclosure.With("The read could not be written down.");
    }
}
