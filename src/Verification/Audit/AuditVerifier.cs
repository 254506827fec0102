using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Audit;

/// <summary>Verifies an audit log offline: no hub, no network, only the anchors that the reader believes.</summary>
public static class AuditVerifier
{
    /// <summary>Verifies an exported log, as <see cref="AuditExport"/> writes it, or an extract of <see cref="AuditExtract"/>. Refusals: CB3070 to CB3072, and CB3001 to CB3021 on checkpoints.</summary>
    /// <param name="export">The file.</param>
    /// <param name="anchors">Whom the reader believes; anchors for <see cref="TrustPurpose.HubSigning"/> count.</param>
    public static AuditReport Verify(ReadOnlyMemory<byte> export, TrustList anchors) => AuditExtract.Is(export.Span)
        ? AuditExtract.Verify(export, anchors)
        : AuditExport.Read(export).Match(contents => Verify(contents, anchors), errors => new AuditReport([], errors, []));

    /// <summary>Verifies a log from wherever it is kept.</summary>
    /// <param name="contents">Entries, checkpoints, and what helps to judge the signatures.</param>
    /// <param name="anchors">Whom the reader believes.</param>
    public static AuditReport Verify(AuditContents contents, TrustList anchors)
    {
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(anchors);
        var findings = new AuditFindings();
        var checkpoints = CheckpointExamination.Run(contents, anchors, findings);
        EntryExamination.Run(contents, checkpoints, findings);
        return findings.ToReport();
    }
}
