using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// Asks the revocation lists about every certificate of a path. The library's own validator calls a missing and a stale list by one name
/// and knows no grace; here each has its own refusal, for they have different cures.
/// </summary>
internal static class RevocationStatus
{
    public static Outcome<IReadOnlyList<CertificateRevocationList>> Check(CertificatePath path, ChainRequest request)
    {
        var used = new List<CertificateRevocationList>();
        for (var index = 0; index < path.Path.Count; index++)
        {
            var answer = Ask(path.Path[index], path.IssuerOf(index), request);
            if (!answer.Succeeded)
                return Outcome<IReadOnlyList<CertificateRevocationList>>.Refused(answer.Errors);

            used.Add(answer.Value);
        }

        return Outcome<IReadOnlyList<CertificateRevocationList>>.Of([.. used.Distinct()]);
    }

    private static Outcome<CertificateRevocationList> Ask(Certificate certificate, Certificate issuer, ChainRequest request)
    {
        var named = request.Revocation.Lists.Where(list => list.Parsed.Crl.IssuerDN.Equivalent(issuer.Parsed.SubjectDN, inOrder: true)).ToList();
        if (named.Count == 0)
            return ErrorCatalogue.RevocationMissing.With($"There is no revocation list of {issuer.Subject}.");

        var genuine = named.FindAll(list => list.IsIssuedBy(issuer));
        if (genuine.Count == 0)
            return ErrorCatalogue.RevocationListInvalid.With($"The revocation list in the name of {issuer.Subject} was not signed by it, or asks for what is not understood.");

        // Whatever any genuine list says against the certificate counts, a stale one included.
        if (genuine.Exists(list => IsRevoked(list.Parsed.Crl, certificate.Parsed, request.At)))
            return ErrorCatalogue.CertificateRevoked.With($"Revoked by {issuer.Subject}: serial number {certificate.SerialNumber}.");

        var latest = genuine.MaxBy(list => list.ThisUpdate)!;
        return latest.NextUpdate is { } due && request.At - due <= request.RevocationPolicy.Grace
            ? latest
            : ErrorCatalogue.RevocationStale.With($"The revocation list of {issuer.Subject} was due for renewal at {latest.NextUpdate?.ToString("u") ?? "no stated time"}.");
    }

    private static bool IsRevoked(X509Crl list, X509Certificate certificate, DateTimeOffset at)
    {
        if (list.GetRevokedCertificate(certificate.SerialNumber) is not { } entry)
            return false;

        return entry.RevocationDate.ToUniversalTime() <= at.UtcDateTime || !IsHarmlessBefore(entry);
    }

    /// <summary>
    /// Before the date of revocation a certificate still counts only where the reason says that its key was never in doubt;
    /// with a stolen key, or no reason, the date of the theft is not known.
    /// </summary>
    private static bool IsHarmlessBefore(X509CrlEntry entry)
    {
        var extension = entry.GetExtensionValue(X509Extensions.ReasonCode);
        if (extension is null)
            return false;

        var reason = Org.BouncyCastle.Asn1.DerEnumerated.GetInstance(Org.BouncyCastle.X509.Extension.X509ExtensionUtilities.FromExtensionValue(extension)).IntValueExact;
        return reason is CrlReason.AffiliationChanged or CrlReason.Superseded or CrlReason.CessationOfOperation;
    }
}
