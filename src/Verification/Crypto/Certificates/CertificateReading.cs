using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>What is read out of a certificate once, when it is parsed.</summary>
internal static class CertificateReading
{
    private const int MaximumLength = 16 * 1024;

    public static Outcome<X509Certificate> Parse(byte[] der)
    {
        if (der.Length > MaximumLength)
            return ErrorCatalogue.CertificateMalformed.With($"A certificate has at most {MaximumLength} bytes.");

        try
        {
            // FromByteArray refuses trailing bytes, which the certificate parser would pass over in silence.
            var structure = LibraryRefusal.InDer(X509CertificateStructure.GetInstance(Asn1Object.FromByteArray(der)), der);
            var certificate = new X509Certificate(structure);
            _ = certificate.NotBefore > certificate.NotAfter;
            _ = UrisOf(certificate);
            _ = ExtendedKeyUsesOf(certificate);
            _ = CertificateExtensions.Read(certificate);
            return certificate;
        }
        catch (Exception exception) when (LibraryRefusal.Is(exception))
        {
            return ErrorCatalogue.CertificateMalformed.With("The certificate is not well-formed DER.");
        }
    }

    public static IReadOnlyList<string> UrisOf(X509Certificate certificate) => UrisOf(certificate.CertificateStructure.Extensions);

    public static IReadOnlyList<string> UrisOf(X509Extensions? extensions)
    {
        var extension = extensions?.GetExtension(X509Extensions.SubjectAlternativeName);
        return extension is null
            ? []
            : [.. GeneralNames.GetInstance(extension.GetParsedValue()).GetNames()
                .Where(name => name.TagNo == GeneralName.UniformResourceIdentifier)
                .Select(name => DerIA5String.GetInstance(name.Name).GetString())];
    }

    /// <summary>No rule rests on these, so that one which is malformed is as good as none.</summary>
    public static IReadOnlyList<string> RevocationAddressesOf(X509Certificate certificate)
    {
        try
        {
            var extensions = certificate.CertificateStructure.Extensions;
            var lists = extensions?.GetExtension(X509Extensions.CrlDistributionPoints) is { } points
                ? CrlDistPoint.GetInstance(points.GetParsedValue()).GetDistributionPoints()
                    .Where(point => point.DistributionPointName?.Type == DistributionPointName.FullName)
                    .SelectMany(point => GeneralNames.GetInstance(point.DistributionPointName.Name).GetNames())
                : [];
            var responders = extensions?.GetExtension(X509Extensions.AuthorityInfoAccess) is { } access
                ? AuthorityInformationAccess.GetInstance(access.GetParsedValue()).GetAccessDescriptions()
                    .Where(description => description.AccessMethod.Equals(AccessDescription.IdADOcsp)).Select(description => description.AccessLocation)
                : [];
            return [.. lists.Concat(responders).Where(name => name.TagNo == GeneralName.UniformResourceIdentifier)
                .Select(name => DerIA5String.GetInstance(name.Name).GetString())];
        }
        catch (Exception exception) when (LibraryRefusal.Is(exception))
        {
            return [];
        }
    }

    public static IReadOnlyList<string> ExtendedKeyUsesOf(X509Certificate certificate) => ExtendedKeyUsesOf(certificate.CertificateStructure.Extensions);

    public static IReadOnlyList<string> ExtendedKeyUsesOf(X509Extensions? extensions)
    {
        var extension = extensions?.GetExtension(X509Extensions.ExtendedKeyUsage);
        return extension is null
            ? []
            : [.. ExtendedKeyUsage.GetInstance(extension.GetParsedValue()).GetAllUsages().Select(usage => usage.GetID())];
    }
}
