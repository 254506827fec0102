using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// What the rules of a path ask of a certificate, read once when it is parsed: so that a malformed extension is found there,
/// and no rule meets one.
/// </summary>
internal sealed class CertificateExtensions
{
    private const int KeyCertSign = 5;
    private const int AllKeyUsages = 9;

    private static readonly string[] UsageNames =
        ["digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement", "keyCertSign", "cRLSign", "encipherOnly", "decipherOnly"];

    private CertificateExtensions(X509Certificate certificate)
    {
        var extensions = certificate.CertificateStructure.Extensions;
        PathLength = certificate.GetBasicConstraints();
        KeyUsage = certificate.GetKeyUsage() is { } bits ? [.. bits, .. new bool[Math.Max(0, AllKeyUsages - bits.Length)]] : null;
        AlternativeNames = Read(extensions, X509Extensions.SubjectAlternativeName, GeneralNames.GetInstance)?.GetNames() ?? [];
        NameConstraints = Read(extensions, X509Extensions.NameConstraints, Org.BouncyCastle.Asn1.X509.NameConstraints.GetInstance);
        Policies = Read(extensions, X509Extensions.CertificatePolicies, CertificatePolicies.GetInstance)?.GetPolicyInformation()
            .Select(policy => policy.PolicyIdentifier.GetID()).ToHashSet(StringComparer.Ordinal);
        (RequireExplicitPolicy, _) = ReadPolicyConstraints(extensions);
        InhibitAnyPolicy = Read(extensions, X509Extensions.InhibitAnyPolicy, DerInteger.GetInstance)?.IntPositiveValueExact;
        Critical = extensions is null ? [] : [.. extensions.GetCriticalExtensionOids().Select(oid => oid.GetID())];
        IsSelfIssued = certificate.IssuerDN.Equivalent(certificate.SubjectDN, inOrder: true);
        _ = certificate.IssuerDN.ToString() + certificate.SubjectDN;
    }

    /// <summary>Whether basic constraints say so; without that extension no certificate is one (RFC 5280 section 4.2.1.9).</summary>
    public bool IsAuthority => PathLength >= 0;

    /// <summary>How many authorities may stand below this one; <see cref="int.MaxValue"/> where nothing is said.</summary>
    public int PathLength { get; }

    /// <summary>The bits of the key usage, at least nine; null where the certificate has none.</summary>
    public bool[]? KeyUsage { get; }

    public IReadOnlyList<string> KeyUsageNames => KeyUsage is { } usage ? [.. UsageNames.Where((_, bit) => usage[bit])] : [];

    public bool MaySignCertificates => KeyUsage is { } usage && usage[KeyCertSign];

    public IReadOnlyList<GeneralName> AlternativeNames { get; }

    public NameConstraints? NameConstraints { get; }

    /// <summary>The policies stated; null where there is no such extension.</summary>
    public IReadOnlySet<string>? Policies { get; }

    public int? RequireExplicitPolicy { get; }

    public int? InhibitAnyPolicy { get; }

    /// <summary>The object identifiers of the critical extensions.</summary>
    public IReadOnlyList<string> Critical { get; }

    public bool IsSelfIssued { get; }

    /// <exception cref="Exception">One of those that <see cref="LibraryRefusal"/> covers, for what is malformed.</exception>
    public static CertificateExtensions Read(X509Certificate certificate) => new(certificate);

    private static T? Read<T>(X509Extensions? extensions, DerObjectIdentifier oid, Func<object, T> read)
        where T : class => extensions?.GetExtension(oid) is { } extension ? read(extension.GetParsedValue()) : null;

    private static (int? Explicit, int? Mapping) ReadPolicyConstraints(X509Extensions? extensions)
    {
        if (Read(extensions, X509Extensions.PolicyConstraints, Asn1Sequence.GetInstance) is not { } sequence)
            return (null, null);

        int? Number(int tag) => sequence.Select(element => Asn1TaggedObject.GetInstance(element)).FirstOrDefault(tagged => tagged.TagNo == tag) is { } found
            ? DerInteger.GetInstance(found, declaredExplicit: false).IntPositiveValueExact
            : null;
        return (Number(0), Number(1));
    }
}
