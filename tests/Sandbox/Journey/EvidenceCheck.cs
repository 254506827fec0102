using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Evidence;

namespace CrossBorder.Sandbox.Journey;

/// <summary>Reads an evidence package offline, with anchors that did not come in it, and makes sure that a changed one falls.</summary>
internal static class EvidenceCheck
{
    public static string Verify(string package, DevelopmentPki pki)
    {
        var anchors = SandboxTrust.Anchors(pki);
        var report = EvidenceVerifier.Verify(package, anchors);
        if (!report.Holds)
            throw new InvalidOperationException(string.Join("; ", report.Failures));
        if (EvidenceVerifier.Verify(package.Replace("gd-", "gx-", StringComparison.Ordinal), anchors).Holds)
            throw new InvalidOperationException("A changed package was taken for true.");
        return $"{report.Proved.Count} statements proved offline; a changed copy is refused";
    }
}
