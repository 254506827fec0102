using CrossBorder.Verification.Crypto.Certificates;

namespace CrossBorder.Verification.Trust;

/// <summary>Purposes and the extended key usages that stand for them in a leaf certificate.</summary>
public static class TrustPurposes
{
    /// <summary>All purposes.</summary>
    public static IReadOnlyList<TrustPurpose> All { get; } = Enum.GetValues<TrustPurpose>();

    /// <summary>The object identifier that a leaf must carry for this purpose.</summary>
    public static string ToOid(this TrustPurpose purpose) => purpose switch
    {
        TrustPurpose.AssertionSigning => CertificateOids.PurposeArc + ".1",
        TrustPurpose.ReceiptSigning => CertificateOids.PurposeArc + ".2",
        TrustPurpose.ClientAuthentication => CertificateOids.PurposeArc + ".3",
        TrustPurpose.DirectorySigning => CertificateOids.PurposeArc + ".4",
        TrustPurpose.HubSigning => CertificateOids.PurposeArc + ".5",
        TrustPurpose.EnvelopeEncryption => CertificateOids.PurposeArc + ".6",
        TrustPurpose.ResidentSigning => CertificateOids.PurposeArc + ".7",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No such purpose."),
    };

    /// <summary>The purpose of an object identifier; null where it is none of ours.</summary>
    public static TrustPurpose? FromOid(string oid) => All
        .Where(purpose => string.Equals(purpose.ToOid(), oid, StringComparison.Ordinal))
        .Select(purpose => (TrustPurpose?)purpose)
        .FirstOrDefault();
}
