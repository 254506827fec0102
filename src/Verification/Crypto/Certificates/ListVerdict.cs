using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Org.BouncyCastle.Asn1.X509;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>What the revocation lists say of a certificate.</summary>
internal static class ListVerdict
{
    /// <param name="certificate">The certificate.</param>
    /// <param name="issuer">Who signed it.</param>
    /// <param name="link">How a refusal names it.</param>
    /// <param name="request">Lists, time and policy.</param>
    public static RevocationVerdict Ask(Certificate certificate, Certificate issuer, string link, ChainRequest request)
    {
        var named = request.Revocation.Lists.Where(list => list.Parsed.Crl.IssuerDN.Equivalent(issuer.Parsed.SubjectDN, inOrder: true)).ToList();
        if (named.Count == 0)
            return new(ErrorCatalogue.RevocationMissing.With($"{link} cannot be checked for revocation: there is no revocation list of {issuer.Subject}, nor a response about it."));

        var signed = named.FindAll(list => list.Parsed.IsSignedBy(issuer));
        if (signed.Count == 0)
            return new(ErrorCatalogue.RevocationListInvalid.With($"{link} cannot be checked for revocation: the list in the name of {issuer.Subject} was not signed by it, or its key usage does not allow signing lists (cRLSign)."));

        // Whatever any genuine list says against the certificate counts, a stale one or a delta included.
        if (signed.Select(list => Revocation(list, certificate, request.At)).FirstOrDefault(found => found is not null) is { } revoked)
            return new(ErrorCatalogue.CertificateRevoked.With($"{link} was revoked by {issuer.Subject} {revoked}."), IsFinal: true);

        var complete = signed.FindAll(list => list.Parsed.Restriction is null);
        if (complete.Count == 0)
            return new(ErrorCatalogue.RevocationListIncomplete.With($"{link} cannot be checked for revocation: the list of {issuer.Subject} {signed[0].Parsed.Restriction}."));

        var understood = complete.FindAll(list => list.Parsed.UnknownCritical is null);
        if (understood.Count == 0)
            return new(ErrorCatalogue.RevocationListInvalid.With($"{link} cannot be checked for revocation: the list of {issuer.Subject} has a critical extension that is not understood here ({complete[0].Parsed.UnknownCritical})."));

        var latest = understood.MaxBy(list => list.ThisUpdate)!;
        return latest.NextUpdate is { } due && request.At - due <= request.RevocationPolicy.GraceOf(request.Purpose)
            ? new(null) { List = latest }
            : new(ErrorCatalogue.RevocationStale.With($"{link} cannot be checked for revocation: the list of {issuer.Subject} was due for renewal at {latest.NextUpdate?.ToString("u") ?? "no stated time"}."));
    }

    private static string? Revocation(CertificateRevocationList list, Certificate certificate, DateTimeOffset at)
    {
        if (list.Parsed.IsIndirect || list.Parsed.Crl.GetRevokedCertificate(certificate.Parsed.SerialNumber) is not { } entry)
            return null;

        var (when, reason) = (new DateTimeOffset(entry.RevocationDate.ToUniversalTime()), RevocationReason.Of(entry));
        return reason != CrlReason.RemoveFromCrl && RevocationReason.Counts(when, reason, at)
            ? $"at {when:u} ({RevocationReason.Describe(reason)}), says its list of {list.ThisUpdate:u}"
            : null;
    }
}
