using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Asn1.X509;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>What a certificate calls critical and this product does not process makes it unusable (RFC 5280 section 4.2).</summary>
internal static class CriticalExtensionRule
{
    private static readonly HashSet<string> Processed = new(StringComparer.Ordinal)
    {
        X509Extensions.BasicConstraints.Id, X509Extensions.KeyUsage.Id, X509Extensions.ExtendedKeyUsage.Id,
        X509Extensions.SubjectAlternativeName.Id, X509Extensions.NameConstraints.Id, X509Extensions.CertificatePolicies.Id,
        X509Extensions.PolicyConstraints.Id, X509Extensions.InhibitAnyPolicy.Id,
    };

    public static Error? Violation(CertificatePath path)
    {
        for (var index = 0; index < path.Path.Count; index++)
        {
            if (Unknown(path.Path[index]) is { } oid)
                return path.Refuse(index, ErrorCatalogue.ChainUntrusted, $"has a critical extension that is not understood here ({oid}){Explain(oid)}.");
        }

        return null;
    }

    /// <summary>The first critical extension that is not processed; null where there is none.</summary>
    public static string? Unknown(Certificate certificate) => certificate.Extensions.Critical.FirstOrDefault(oid => !Processed.Contains(oid));

    private static string Explain(string oid) => oid == X509Extensions.PolicyMappings.Id ? ": policies of one authority are not mapped to those of another" : "";
}
