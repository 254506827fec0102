using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Certificates;
using CrossBorder.Verification.Trust;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace CrossBorder.Verification.Tests.Pki;

/// <summary>A certificate authority made for one test.</summary>
internal sealed class Authority
{
    private static long serial = 1000;
    private readonly X509Name name;
    private readonly AsymmetricKeyParameter privateKey;
    private readonly string signatureAlgorithm;
    private readonly HashSet<(BigInteger Serial, DateTime At, int? Reason)> revoked = [];

    private Authority(string commonName, SoftwareSigningKey key, Authority? parent, int? pathLength, string? signatureAlgorithm)
    {
        name = new X509Name($"CN={commonName},O=CrossBorder Tests");
        privateKey = Read(key.ToPkcs8Pem());
        this.signatureAlgorithm = signatureAlgorithm ?? NameOf(key.Algorithm);
        var generator = Start(name, parent?.name ?? name, key, Clock.Start.AddYears(-1), Clock.Start.AddYears(10));
        generator.AddExtension(X509Extensions.BasicConstraints, critical: true,
            pathLength is { } length ? new BasicConstraints(length) : new BasicConstraints(cA: true));
        generator.AddExtension(X509Extensions.KeyUsage, critical: true, new KeyUsage(KeyUsage.KeyCertSign | KeyUsage.CrlSign));
        Certificate = (parent ?? this).Sign(generator);
    }

    private Authority(Authority issuer, string subject, SoftwareSigningKey key, Action<X509V3CertificateGenerator> extend)
    {
        name = new X509Name(subject);
        privateKey = Read(key.ToPkcs8Pem());
        signatureAlgorithm = NameOf(key.Algorithm);
        Certificate = issuer.Issue(subject, key, extend);
    }

    public Certificate Certificate { get; }

    /// <summary>An authority below this one with the extensions that the test gives, right or wrong.</summary>
    public Authority Below(string subject, SignatureAlgorithm algorithm, Action<X509V3CertificateGenerator> extend) =>
        new(this, subject, Keys.Of(algorithm), extend);

    /// <summary>Any certificate at all, signed by this authority.</summary>
    public Certificate Issue(string subject, ISigningKey key, Action<X509V3CertificateGenerator> extend)
    {
        var generator = Start(new X509Name(subject), name, key, Clock.Start.AddDays(-30), Clock.Start.AddYears(1));
        extend(generator);
        return Sign(generator);
    }

    /// <summary>Another certificate for the same authority and the same key, as at a renewal.</summary>
    public Certificate Renewed(Authority below)
    {
        var generator = new X509V3CertificateGenerator();
        generator.SetSerialNumber(BigInteger.ValueOf(Interlocked.Increment(ref serial)));
        generator.SetIssuerDN(name);
        generator.SetSubjectDN(below.name);
        generator.SetNotBefore(Clock.Start.AddDays(-1).UtcDateTime);
        generator.SetNotAfter(Clock.Start.AddYears(1).UtcDateTime);
        generator.SetPublicKey(below.Certificate.Parsed.GetPublicKey());
        generator.AddExtension(X509Extensions.BasicConstraints, critical: true, new BasicConstraints(0));
        generator.AddExtension(X509Extensions.KeyUsage, critical: true, new KeyUsage(KeyUsage.KeyCertSign | KeyUsage.CrlSign));
        return Sign(generator);
    }

    public static Authority Root(string commonName, SignatureAlgorithm algorithm, string? signatureAlgorithm = null) =>
        new(commonName, Keys.Of(algorithm), null, null, signatureAlgorithm);

    public Authority Intermediate(string commonName, SignatureAlgorithm algorithm, int? pathLength = 0) =>
        new(commonName, Keys.Of(algorithm), this, pathLength, null);

    public Certificate Leaf(ISigningKey key, LeafRequest request)
    {
        var generator = Start(new X509Name($"CN={request.CommonName}"), name, key, request.NotBefore, request.NotAfter);
        if (request.DigitalSignature)
            generator.AddExtension(X509Extensions.KeyUsage, critical: true, new KeyUsage(KeyUsage.DigitalSignature));
        else if (request.KeyEncipherment)
            generator.AddExtension(X509Extensions.KeyUsage, critical: true, new KeyUsage(KeyUsage.KeyEncipherment | KeyUsage.DataEncipherment));
        if (request.Purpose is { } purpose)
            generator.AddExtension(X509Extensions.ExtendedKeyUsage, critical: request.CriticalPurpose, ExtendedKeyUsage.GetInstance(new DerSequence(new DerObjectIdentifier(purpose.ToOid()))));
        if (request.Uri is { } uri)
            generator.AddExtension(X509Extensions.SubjectAlternativeName, critical: false, new GeneralNames(new GeneralName(GeneralName.UniformResourceIdentifier, uri)));
        if (request.Development)
            generator.AddExtension(CertificateOids.DevelopmentMarker, critical: false, DerNull.Instance);
        return Sign(generator);
    }

    /// <summary>A list with whatever extensions the test gives it.</summary>
    public CertificateRevocationList List(Action<X509V2CrlGenerator> extend)
    {
        var generator = new X509V2CrlGenerator();
        generator.SetIssuerDN(name);
        generator.SetThisUpdate(Clock.Start.AddHours(-1).UtcDateTime);
        generator.SetNextUpdate(Clock.Start.AddDays(1).UtcDateTime);
        foreach (var (number, at, reason) in revoked)
            generator.AddCrlEntry(number, at, reason ?? 0);
        extend(generator);
        return CertificateRevocationList.Parse(generator.Generate(SignatureFactory()).GetEncoded()).Value;
    }

    /// <summary>For foreign software that signs in this authority's place.</summary>
    public string PrivateKeyPem() => System.Security.Cryptography.PemEncoding.WriteString(
        "PRIVATE KEY", Org.BouncyCastle.Pkcs.PrivateKeyInfoFactory.CreatePrivateKeyInfo(privateKey).GetDerEncoded());

    public Asn1SignatureFactory SignatureFactory() => new(signatureAlgorithm, privateKey, new SecureRandom());

    public void Revoke(Certificate certificate, DateTimeOffset at, int? reason = CrlReason.KeyCompromise) =>
        revoked.Add((new BigInteger(certificate.SerialNumber, 16), at.UtcDateTime, reason));

    public CertificateRevocationList List(DateTimeOffset? thisUpdate = null, DateTimeOffset? nextUpdate = null, Authority? signedBy = null, bool withCritical = false)
    {
        var generator = new X509V2CrlGenerator();
        generator.SetIssuerDN(name);
        generator.SetThisUpdate((thisUpdate ?? Clock.Start.AddHours(-1)).UtcDateTime);
        generator.SetNextUpdate((nextUpdate ?? Clock.Start.AddDays(1)).UtcDateTime);
        foreach (var (number, at, reason) in revoked)
        {
            if (reason is { } code)
                generator.AddCrlEntry(number, at, code);
            else
                generator.AddCrlEntry(number, at, null);
        }

        if (withCritical)
            generator.AddExtension(X509Extensions.DeltaCrlIndicator, critical: true, new CrlNumber(BigInteger.One));
        var signer = signedBy ?? this;
        var list = generator.Generate(new Asn1SignatureFactory(signer.signatureAlgorithm, signer.privateKey, new SecureRandom()));
        return CertificateRevocationList.Parse(list.GetEncoded()).Value;
    }

    private static X509V3CertificateGenerator Start(X509Name subject, X509Name issuer, ISigningKey key, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        var generator = new X509V3CertificateGenerator();
        generator.SetSerialNumber(BigInteger.ValueOf(Interlocked.Increment(ref serial)));
        generator.SetSubjectDN(subject);
        generator.SetIssuerDN(issuer);
        generator.SetNotBefore(notBefore.UtcDateTime);
        generator.SetNotAfter(notAfter.UtcDateTime);
        generator.SetPublicKey(PublicKeyOf(((SoftwareSigningKey)key).ToPkcs8Pem()));
        return generator;
    }

    private Certificate Sign(X509V3CertificateGenerator generator) =>
        Certificate.Parse(generator.Generate(new Asn1SignatureFactory(signatureAlgorithm, privateKey, new SecureRandom())).GetEncoded()).Value;

    private static string NameOf(SignatureAlgorithm algorithm) => algorithm.Kind switch
    {
        KeyKind.Rsa => "SHA256WITHRSA",
        KeyKind.Sm2 => "SM3WITHSM2",
        _ => $"{algorithm.Digest}WITHECDSA",
    };

    private static AsymmetricKeyParameter Read(string pem) => (AsymmetricKeyParameter)new PemReader(new StringReader(pem)).ReadObject();

    private static AsymmetricKeyParameter PublicKeyOf(string pem) => Read(pem) switch
    {
        Org.BouncyCastle.Crypto.Parameters.RsaPrivateCrtKeyParameters rsa => new Org.BouncyCastle.Crypto.Parameters.RsaKeyParameters(false, rsa.Modulus, rsa.PublicExponent),
        Org.BouncyCastle.Crypto.Parameters.ECPrivateKeyParameters ec =>
            new Org.BouncyCastle.Crypto.Parameters.ECPublicKeyParameters(ec.AlgorithmName, ec.Parameters.G.Multiply(ec.D).Normalize(), ec.PublicKeyParamSet ?? throw new InvalidOperationException()),
        var other => throw new InvalidOperationException(other.GetType().Name),
    };
}
