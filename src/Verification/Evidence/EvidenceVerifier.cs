using System.Text;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Evidence;

/// <summary>Verifies evidence packages offline: no hub, no network, only the anchors.</summary>
public static class EvidenceVerifier
{
    /// <summary>Verifies a package.</summary>
    /// <param name="json">The file.</param>
    /// <param name="trust">
    /// The anchors that the reader believes. Where null, those inside the package are used, and the report says so with their fingerprints:
    /// whoever forges a package encloses anchors of their own.
    /// </param>
    public static EvidenceReport Verify(string json, TrustList? trust = null)
    {
        var read = EvidenceFile.Read<EvidenceFile>(Encoding.UTF8.GetBytes(json))
            .Then(file => file.Format == EvidenceFile.CurrentFormat
                ? Outcome<EvidenceFile>.Of(file)
                : ErrorCatalogue.EvidenceMalformed.With($"Its format is not '{EvidenceFile.CurrentFormat}'.", "/format"));
        var prepared = read.Then(file => Prepare(file, trust));
        if (!prepared.TryGetValue(out var examination))
            return new EvidenceReport([], prepared.Errors, []);

        examination.Run();
        return new EvidenceReport(examination.Proved, examination.Failures, NotesOn(examination, trust is null));
    }

    /// <summary>Intermediates of the package help to find a path in either case: they are not trusted by themselves.</summary>
    private static Outcome<EvidenceExamination> Prepare(EvidenceFile file, TrustList? trust) =>
        EvidenceTrust.Read(file).Then(enclosed => EvidenceTrust.ReadRevocation(file).Map(revocation => new EvidenceExamination(
            file,
            trust is null ? enclosed : new TrustList(trust.Anchors, [.. trust.Intermediates, .. enclosed.Intermediates]),
            revocation)));

    private static List<string> NotesOn(EvidenceExamination examination, bool enclosed) => enclosed
        ? ["The anchors were taken from the package itself. Compare their SHA-256 fingerprints with those that the authorities publish.",
            .. examination.Trust.Anchors.Select(anchor => $"Anchor '{anchor.Name}' ({anchor.Jurisdiction}): {anchor.Certificate.Sha256Thumbprint}")]
        : ["The anchors were given by the reader."];
}
