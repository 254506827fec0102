using System.Collections.Concurrent;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Sandbox.Residents;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace CrossBorder.Sandbox.Home.IamSmart;

/// <summary>The fictional authority that certifies the signing keys of residents, and the keys that in truth lie in their phones.</summary>
internal sealed class ResidentAuthority
{
    public const string Name = "hk-residents";
    private readonly SigningAuthority authority;
    private readonly ConcurrentDictionary<string, AsymmetricCipherKeyPair> keys = new(StringComparer.Ordinal);

    private ResidentAuthority(SigningAuthority authority) => this.authority = authority;

    public static string CertificateFile(string data) => Path.Combine(OwnerOnly.Folder(data, "secrets"), Name + ".pem");

    /// <summary>Reads the authority of the folder, and makes one where there is none.</summary>
    public static ResidentAuthority Open(string data, TimeProvider clock)
    {
        var keyFile = Path.Combine(OwnerOnly.Folder(data, "secrets"), Name + ".key");
        if (!File.Exists(keyFile))
        {
            var made = KeyFactory.Generate(KeyType.Rsa);
            var root = SigningAuthority.IssueRoot(made, new("Hong Kong Residents", "HK") { PathLength = 0, Lifetime = TimeSpan.FromDays(3650) }, clock);
            File.WriteAllText(CertificateFile(data), KeyFactory.ToPem(root) + "\n");
            OwnerOnly.Write(keyFile, KeyFactory.ToPem(made) + "\n");
        }

        var certificate = new X509CertificateParser().ReadCertificate(File.ReadAllBytes(CertificateFile(data)));
        return new ResidentAuthority(new SigningAuthority(KeyFactory.FromPem(File.ReadAllText(keyFile)), certificate, clock));
    }

    public byte[] RevocationList() => authority.RevocationList();

    public void Revoke(X509Certificate certificate) => authority.Revoke(certificate);

    /// <summary>A certificate of this moment for the resident's key.</summary>
    /// <param name="resident">Whose.</param>
    /// <param name="purpose">The extended key usage.</param>
    /// <param name="lifetime">From now; less than nothing for one that is over.</param>
    public X509Certificate Certify(SandboxResident resident, string purpose, TimeSpan lifetime) => authority.Issue(KeyOf(resident).Public, new(resident.LatinName, "HK")
    {
        Purpose = purpose, SubjectUri = "urn:crossborder:resident:" + IamSmartDesk.SubjectOf(resident), Lifetime = lifetime,
    });

    /// <summary>RSASSA-PKCS1-v1_5 over a digest that was made elsewhere.</summary>
    public byte[] Sign(SandboxResident resident, byte[] digest)
    {
        var signer = SignerUtilities.GetSigner("NONEWITHRSA");
        signer.Init(true, KeyOf(resident).Private);
        var info = new DigestInfo(new AlgorithmIdentifier(NistObjectIdentifiers.IdSha256, DerNull.Instance), digest).GetDerEncoded();
        signer.BlockUpdate(info, 0, info.Length);
        return signer.GenerateSignature();
    }

    private AsymmetricCipherKeyPair KeyOf(SandboxResident resident) => keys.GetOrAdd(resident.Login, static _ => KeyFactory.Generate(KeyType.Rsa));
}
