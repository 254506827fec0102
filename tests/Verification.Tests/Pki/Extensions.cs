using CrossBorder.Verification.Trust;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace CrossBorder.Verification.Tests.Pki;

/// <summary>The extensions of test certificates, one call each.</summary>
internal static class Extensions
{
    public static X509V3CertificateGenerator Authority(this X509V3CertificateGenerator generator, int? pathLength = null)
    {
        generator.AddExtension(X509Extensions.BasicConstraints, true, pathLength is { } length ? new BasicConstraints(length) : new BasicConstraints(cA: true));
        return generator.Usage(KeyUsage.KeyCertSign | KeyUsage.CrlSign);
    }

    public static X509V3CertificateGenerator Signer(this X509V3CertificateGenerator generator, TrustPurpose purpose = TrustPurpose.AssertionSigning) =>
        generator.Usage(KeyUsage.DigitalSignature).Purpose(purpose.ToOid());

    public static X509V3CertificateGenerator Usage(this X509V3CertificateGenerator generator, int bits)
    {
        generator.AddExtension(X509Extensions.KeyUsage, true, new KeyUsage(bits));
        return generator;
    }

    public static X509V3CertificateGenerator Purpose(this X509V3CertificateGenerator generator, params string[] oids)
    {
        generator.AddExtension(X509Extensions.ExtendedKeyUsage, false, new DerSequence((Asn1Encodable[])[.. oids.Select(oid => new DerObjectIdentifier(oid))]));
        return generator;
    }

    public static X509V3CertificateGenerator Uri(this X509V3CertificateGenerator generator, string uri) =>
        generator.Names(new GeneralName(GeneralName.UniformResourceIdentifier, uri));

    public static X509V3CertificateGenerator Names(this X509V3CertificateGenerator generator, params GeneralName[] names)
    {
        generator.AddExtension(X509Extensions.SubjectAlternativeName, false, new GeneralNames(names));
        return generator;
    }

    public static X509V3CertificateGenerator Constrained(this X509V3CertificateGenerator generator, GeneralName[] permitted, params GeneralName[] excluded)
    {
        generator.AddExtension(X509Extensions.NameConstraints, true, new NameConstraints(
            permitted.Length == 0 ? null : new GeneralSubtrees((GeneralSubtree[])[.. permitted.Select(name => new GeneralSubtree(name))]),
            excluded.Length == 0 ? null : new GeneralSubtrees((GeneralSubtree[])[.. excluded.Select(name => new GeneralSubtree(name))])));
        return generator;
    }

    public static X509V3CertificateGenerator Policies(this X509V3CertificateGenerator generator, params string[] oids)
    {
        generator.AddExtension(X509Extensions.CertificatePolicies, false, new DerSequence((Asn1Encodable[])[.. oids.Select(oid => new PolicyInformation(new DerObjectIdentifier(oid)))]));
        return generator;
    }

    public static X509V3CertificateGenerator DemandsPolicy(this X509V3CertificateGenerator generator, int after)
    {
        generator.AddExtension(X509Extensions.PolicyConstraints, true, new DerSequence(new DerTaggedObject(false, 0, DerInteger.ValueOf(after))));
        return generator;
    }

    public static X509V3CertificateGenerator NoAnyPolicy(this X509V3CertificateGenerator generator, int after)
    {
        generator.AddExtension(X509Extensions.InhibitAnyPolicy, true, DerInteger.ValueOf(after));
        return generator;
    }

    public static X509V3CertificateGenerator With(this X509V3CertificateGenerator generator, string oid, bool critical)
    {
        generator.AddExtension(new DerObjectIdentifier(oid), critical, DerNull.Instance);
        return generator;
    }
}
