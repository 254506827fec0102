using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Changes;

/// <summary>What the configured trust list becomes under the changes that count.</summary>
internal static class TrustView
{
    public static TrustList Of(TrustList configured, IEnumerable<TrustCertificate> certificates, IEnumerable<TrustChange> changes)
    {
        var standing = changes.Where(change => change.Counts)
            .GroupBy(change => change.Fingerprint, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, Standing, StringComparer.Ordinal);
        var admitted = certificates.Where(certificate => standing.GetValueOrDefault(certificate.Fingerprint) is { Admitted: true }).ToList();
        return new TrustList(
            [.. configured.Anchors, .. admitted.Where(certificate => certificate.IsAnchor).Select(certificate => certificate.ToAnchor())],
            [.. configured.Intermediates, .. admitted.Where(certificate => certificate.Role == CertificateRole.Intermediate).Select(certificate => certificate.ToAnchor().Certificate)])
        {
            Partners = [.. configured.Partners, .. admitted.Where(certificate => certificate.Role == CertificateRole.Partner).Select(certificate => certificate.ToPartner())],
            Distrusted = standing.Where(entry => entry.Value.Distrusted).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static (bool Admitted, bool Distrusted) Standing(IEnumerable<TrustChange> changes)
    {
        var counting = changes.ToList();
        var distrusted = StandingChanges.Revocation(counting) is not null || StandingChanges.Suspension(counting) is not null;
        return (counting.Exists(change => change.Kind == TrustChangeKind.Admit), distrusted);
    }
}
