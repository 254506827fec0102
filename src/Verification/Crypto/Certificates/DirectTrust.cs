using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// A partner's certificate that was admitted for itself. It counts only where its authority is not among ours: else what that authority
/// or the officers said of the path would be passed by.
/// </summary>
internal static class DirectTrust
{
    /// <summary>The admissions of this very certificate, whoever and whatever they are for.</summary>
    public static IReadOnlyList<PartnerCertificate> Of(Certificate leaf, TrustList trust) =>
        [.. trust.Partners.Where(partner => string.Equals(partner.Certificate.Sha256Thumbprint, leaf.Sha256Thumbprint, StringComparison.Ordinal))];

    /// <summary>A path of one certificate; CB3010 to CB3012, CB3017, CB3048 and CB3049.</summary>
    public static Outcome<CertificatePath> Judge(IReadOnlyList<Certificate> presented, IReadOnlyList<PartnerCertificate> admissions, ChainRequest request)
    {
        var leaf = presented[0];
        if (admissions.FirstOrDefault(partner => IsFor(partner, request)) is not { } admission)
            return ErrorCatalogue.PartnerCertificateOther.With($"{PathLinks.NameOf(0, leaf)} was admitted for {admissions[0].Party} ({admissions[0].Purpose}, {admissions[0].Jurisdiction}) alone.");
        if (LeafUsage.DirectViolation(leaf) is { } usage)
            return usage;
        if (presented.FirstOrDefault(certificate => request.TrustList.Distrusted.Contains(certificate.Sha256Thumbprint)) is { } distrusted)
            return ErrorCatalogue.CertificateDistrusted.With($"{distrusted.Subject} was taken out of trust here.");
        if (request.At < leaf.NotBefore || request.At > leaf.NotAfter)
            return ErrorCatalogue.CertificateNotInForce.With($"{PathLinks.NameOf(0, leaf)} is valid from {leaf.NotBefore:u} until {leaf.NotAfter:u}; the time of the check is {request.At:u}.");

        var anchor = new TrustAnchor(admission.Name, leaf, admission.Jurisdiction, new HashSet<TrustPurpose> { admission.Purpose });
        var path = new CertificatePath([leaf], anchor) { Direct = admission };
        return (CriticalExtensionRule.Violation(path) ?? PolicyRule.Violation(path, request)) is { } violation ? violation : path;
    }

    private static bool IsFor(PartnerCertificate partner, ChainRequest request) =>
        partner.Purpose == request.Purpose && partner.Jurisdiction == request.Jurisdiction && string.Equals(partner.Party, request.Party, StringComparison.Ordinal);
}
