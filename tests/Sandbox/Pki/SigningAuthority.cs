using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using Org.BouncyCastle.X509.Extension;

namespace CrossBorder.Sandbox.Pki;

/// <summary>A certification authority of the sandbox: issues certificates, revocation lists and OCSP answers with its own key.</summary>
public sealed class SigningAuthority(AsymmetricCipherKeyPair key, X509Certificate certificate, TimeProvider clock)
{
    private static readonly SecureRandom Random = new();
    private readonly Lock gate = new();
    private readonly Dictionary<BigInteger, DateTime> revoked = [];
    private long listNumber = clock.GetUtcNow().ToUnixTimeSeconds();

    public X509Certificate Certificate { get; } = certificate;

    public static X509Certificate IssueRoot(AsymmetricCipherKeyPair key, CertificateProfile profile, TimeProvider clock) =>
        Issue(key.Private, Subject(profile), key.Public, key.Public, profile, clock);

    public X509Certificate Issue(AsymmetricKeyParameter subjectKey, CertificateProfile profile) =>
        Issue(key.Private, Certificate.SubjectDN, Certificate.GetPublicKey(), subjectKey, profile, clock);

    /// <summary>Names a certificate in the revocation lists from now on.</summary>
    public void Revoke(X509Certificate revokedCertificate)
    {
        lock (gate)
            revoked[revokedCertificate.SerialNumber] = clock.GetUtcNow().UtcDateTime.AddMinutes(-1);
    }

    /// <summary>A revocation list of this moment, DER.</summary>
    public byte[] RevocationList()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var generator = new X509V2CrlGenerator();
        generator.SetIssuerDN(Certificate.SubjectDN);
        // A partner's clock may be behind by a little.
        generator.SetThisUpdate(now.AddMinutes(-5));
        generator.SetNextUpdate(now.AddDays(1));
        lock (gate)
        {
            foreach (var (serial, at) in revoked)
                generator.AddCrlEntry(serial, at, CrlReason.KeyCompromise);
            generator.AddExtension(X509Extensions.CrlNumber, false, new CrlNumber(BigInteger.ValueOf(++listNumber)));
        }

        generator.AddExtension(X509Extensions.AuthorityKeyIdentifier, false,
            X509ExtensionUtilities.CreateAuthorityKeyIdentifier(Certificate.GetPublicKey()));
        return generator.Generate(new Asn1SignatureFactory(SignatureName(key.Private), key.Private, Random)).GetEncoded();
    }

    /// <summary>Answers an OCSP request of this moment (RFC 6960), signed by the authority itself; null for what is no request about its certificates.</summary>
    public byte[]? Answer(byte[] request)
    {
        OcspReq asked;
        try
        {
            asked = new OcspReq(request);
        }
        catch (IOException)
        {
            return null;
        }

        var ids = asked.GetRequestList().Select(one => one.GetCertID()).ToList();
        if (ids.Count == 0 || !ids.TrueForAll(id => id.MatchesIssuer(Certificate)))
            return null;

        var now = clock.GetUtcNow().UtcDateTime;
        var generator = new BasicOcspRespGenerator(new RespID(Certificate.SubjectDN));
        lock (gate)
        {
            foreach (var id in ids)
                generator.AddResponse(id, revoked.TryGetValue(id.SerialNumber, out var at) ? new RevokedStatus(at, CrlReason.KeyCompromise) : CertificateStatus.Good,
                    now.AddMinutes(-1), now.AddHours(1), null);
        }

        if (asked.RequestExtensions?.GetExtension(OcspObjectIdentifiers.PkixOcspNonce) is { } nonce)
            generator.SetResponseExtensions(new X509Extensions(new Dictionary<DerObjectIdentifier, X509Extension> { [OcspObjectIdentifiers.PkixOcspNonce] = nonce }));
        var basic = generator.Generate(new Asn1SignatureFactory(SignatureName(key.Private), key.Private, Random), null, now);
        return new OCSPRespGenerator().Generate(OCSPRespGenerator.Successful, basic).GetEncoded();
    }

    private static X509Certificate Issue(
        AsymmetricKeyParameter issuerKey, X509Name issuer, AsymmetricKeyParameter issuerPublicKey,
        AsymmetricKeyParameter subjectKey, CertificateProfile profile, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var generator = new X509V3CertificateGenerator();
        generator.SetSerialNumber(new BigInteger(127, Random).Add(BigInteger.One));
        generator.SetIssuerDN(issuer);
        generator.SetSubjectDN(Subject(profile));
        generator.SetNotBefore(now.AddHours(-1));
        generator.SetNotAfter(now.Add(profile.Lifetime));
        generator.SetPublicKey(subjectKey);
        generator.AddExtension(X509Extensions.SubjectKeyIdentifier, false, X509ExtensionUtilities.CreateSubjectKeyIdentifier(subjectKey));
        generator.AddExtension(X509Extensions.AuthorityKeyIdentifier, false, X509ExtensionUtilities.CreateAuthorityKeyIdentifier(issuerPublicKey));
        generator.AddExtension(new DerObjectIdentifier(ObjectIdentifiers.DevelopmentMarker), false, DerNull.Instance);
        AddUsage(generator, profile);
        return generator.Generate(new Asn1SignatureFactory(SignatureName(issuerKey), issuerKey, Random));
    }

    private static void AddUsage(X509V3CertificateGenerator generator, CertificateProfile profile)
    {
        if (profile.PathLength is { } pathLength)
        {
            generator.AddExtension(X509Extensions.BasicConstraints, true, new BasicConstraints(pathLength));
            generator.AddExtension(X509Extensions.KeyUsage, true, new KeyUsage(KeyUsage.KeyCertSign | KeyUsage.CrlSign));
            return;
        }

        generator.AddExtension(X509Extensions.BasicConstraints, true, new BasicConstraints(false));
        generator.AddExtension(X509Extensions.KeyUsage, true,
            new KeyUsage(profile.Encrypts ? KeyUsage.KeyEncipherment | KeyUsage.KeyAgreement : KeyUsage.DigitalSignature));
        if (profile.Purpose is { } purpose)
            generator.AddExtension(X509Extensions.ExtendedKeyUsage, false, ExtendedKeyUsage.GetInstance(new DerSequence(new DerObjectIdentifier(purpose))));
        var names = new List<GeneralName>();
        if (profile.SubjectUri is { } uri)
            names.Add(new GeneralName(GeneralName.UniformResourceIdentifier, uri));
        if (profile.Localhost)
            names.AddRange([new(GeneralName.DnsName, "localhost"), new(GeneralName.IPAddress, "127.0.0.1")]);
        if (names.Count > 0)
            generator.AddExtension(X509Extensions.SubjectAlternativeName, false, new GeneralNames([.. names]));
    }

    private static X509Name Subject(CertificateProfile profile) =>
        new($"C={profile.Country},O=CrossBorder Development,CN={profile.CommonName}");

    private static string SignatureName(AsymmetricKeyParameter key) => key switch
    {
        RsaKeyParameters => "SHA256WITHRSA",
        ECKeyParameters ec when KeyFactory.IsSm2(ec) => "SM3WITHSM2",
        _ => "SHA256WITHECDSA",
    };
}
