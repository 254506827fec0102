using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// What a revocation list covers. Only a complete list of one authority's own certificates can clear a certificate; delta lists, indirect lists
/// and lists of a part are refused by name (RFC 5280 sections 5.2.4 to 5.2.6 and 5.3.3).
/// </summary>
internal static class ListScope
{
    /// <summary>Why the list is none of the kind that is taken; null where it is.</summary>
    /// <exception cref="Exception">One of those that <see cref="LibraryRefusal"/> covers, for what is malformed.</exception>
    public static string? Restriction(X509Crl list)
    {
        var extensions = list.CertificateList.TbsCertList.Extensions;
        if (extensions?.GetExtension(X509Extensions.DeltaCrlIndicator) is not null)
            return "is a delta list, which holds changes alone; a complete list is needed";

        return extensions?.GetExtension(X509Extensions.IssuingDistributionPoint) is { } point
            ? OfPoint(IssuingDistributionPoint.GetInstance(point.GetParsedValue()))
            : HasForeignEntries(list) ? "is an indirect list: it names certificates of other authorities" : null;
    }

    /// <summary>Whether its serial numbers may be those of other authorities' certificates.</summary>
    public static bool IsIndirect(X509Crl list) => HasForeignEntries(list)
        || (list.CertificateList.TbsCertList.Extensions?.GetExtension(X509Extensions.IssuingDistributionPoint) is { } point
            && IssuingDistributionPoint.GetInstance(point.GetParsedValue()).IsIndirectCrl);

    /// <summary>A critical extension of the list or of an entry that is not understood; null where there is none.</summary>
    public static string? UnknownCritical(X509Crl list)
    {
        var tbs = list.CertificateList.TbsCertList;
        return ParsedRevocationResponse.Critical(tbs.Extensions)
            .Concat(tbs.GetRevokedCertificateEnumeration().SelectMany(entry => ParsedRevocationResponse.Critical(entry.Extensions)))
            .Select(oid => oid.Id)
            .FirstOrDefault(oid => oid != X509Extensions.ReasonCode.Id);
    }

    private static string OfPoint(IssuingDistributionPoint point) =>
        point.IsIndirectCrl ? "is an indirect list: it may name certificates of other authorities"
        : point.OnlyContainsUserCerts ? "covers the certificates of users alone; a complete list is needed"
        : point.OnlyContainsCACerts ? "covers the certificates of authorities alone; a complete list is needed"
        : point.OnlyContainsAttributeCerts ? "covers attribute certificates alone; a complete list is needed"
        : point.OnlySomeReasons is not null ? "covers some reasons for revocation alone; a complete list is needed"
        : "covers one distribution point alone; a complete list is needed";

    private static bool HasForeignEntries(X509Crl list) => list.CertificateList.TbsCertList.GetRevokedCertificateEnumeration()
        .Any(entry => entry.Extensions?.GetExtension(X509Extensions.CertificateIssuer) is not null);
}
