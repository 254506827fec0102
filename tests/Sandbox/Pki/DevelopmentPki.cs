using System.Collections.Concurrent;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.X509;

namespace CrossBorder.Sandbox.Pki;

/// <summary>
/// The certificates of both sides, made once and kept in a folder: two roots with an intermediate each, and the leaves below them.
/// Nothing here may ever be used outside Development, and every certificate says so.
/// </summary>
public sealed class DevelopmentPki
{
    private static readonly string[] AuthorityNames = ["hk-root", "hk-intermediate", "gd-root", "gd-intermediate"];
    private readonly string folder;
    private readonly string hub;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<string, SigningAuthority> authorities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, X509Certificate> leaves = new(StringComparer.Ordinal);

    private DevelopmentPki(string folder, string hub, TimeProvider clock)
    {
        this.folder = folder;
        this.hub = hub;
        this.clock = clock;
    }

    public static IReadOnlyList<string> Authorities => AuthorityNames;

    /// <summary>Reads what is in the folder and makes what is missing, worn out, or made for other addresses.</summary>
    /// <param name="folder">Such as certs/dev.</param>
    /// <param name="homeIssuer">Who the home provider's leaves speak for.</param>
    /// <param name="hubIssuer">Who the hub's leaves speak for.</param>
    /// <param name="departments">The departments, each with its algorithm's key.</param>
    public static DevelopmentPki Open(
        string folder, Uri homeIssuer, Uri hubIssuer, IReadOnlyDictionary<string, string> departments, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(homeIssuer);
        ArgumentNullException.ThrowIfNull(hubIssuer);
        var pki = new DevelopmentPki(OwnerOnly.Folder(folder), hubIssuer.AbsoluteUri, clock);
        var leaves = PkiLayout.Leaves(homeIssuer.AbsoluteUri, hubIssuer.AbsoluteUri, departments).ToList();

        // Keys first and side by side: RSA keys are what takes time.
        var keys = new ConcurrentDictionary<string, AsymmetricCipherKeyPair>(StringComparer.Ordinal);
        var wanted = PkiLayout.AuthorityKeys.Concat(leaves.Select(leaf => (leaf.Name, leaf.Key))).ToList();
        Parallel.ForEach(wanted, item => keys[item.Name] = pki.Key(item.Name, item.Key));

        var made = pki.OpenAuthority("hk-root", null, new("Hong Kong Root", "HK") { PathLength = 1 }, keys, false);
        pki.OpenAuthority("hk-intermediate", "hk-root", new("Hong Kong Assertions", "HK") { PathLength = 0 }, keys, made);
        made = pki.OpenAuthority("gd-root", null, new("Guangdong Root", "CN") { PathLength = 1 }, keys, false);
        pki.OpenAuthority("gd-intermediate", "gd-root", new("Guangdong Government Services", "CN") { PathLength = 0 }, keys, made);
        Parallel.ForEach(leaves, leaf => pki.OpenLeaf(leaf, keys[leaf.Name]));
        return pki;
    }

    public string KeyFile(string name) => Path.Combine(folder, name + ".key");

    /// <summary>The file with the certificate, for a leaf followed by its intermediate.</summary>
    public string CertificateFile(string name) => Path.Combine(folder, name + ".pem");

    /// <summary>A fresh revocation list of one authority, DER.</summary>
    public byte[] RevocationList(string authority) => authorities[authority].RevocationList();

    /// <summary>What one authority answers to an OCSP request, DER; null for what is no question about its certificates.</summary>
    public byte[]? Answer(string authority, byte[] request) => authorities[authority].Answer(request);

    /// <summary>Revokes a leaf: the next list that is served names it, and so does the next OCSP answer.</summary>
    public void Revoke(string leaf) => AuthorityOf(leaves[leaf]).Revoke(leaves[leaf]);

    /// <summary>Certifies one more home provider of Hong Kong, with a P-256 key of its own, to speak for that issuer and no other.</summary>
    public void CertifyHome(string name, string issuer) =>
        OpenLeaf(PkiLayout.HongKong(name, KeyType.EcP256, name, issuer), Key(name, KeyType.EcP256));

    /// <summary>Makes a root for another place, <c>{name}-root</c>, and below it the signer of its home provider, <c>{name}-home</c>.</summary>
    public void CertifyPlace(string name, Uri issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        var root = name + "-root";
        var keys = new ConcurrentDictionary<string, AsymmetricCipherKeyPair> { [root] = Key(root, KeyType.EcP256) };
        OpenAuthority(root, null, new($"Root of {name}", "CN") { PathLength = 0 }, keys, false);
        OpenLeaf(
            new PkiLeaf(name + "-home", KeyType.EcP256, root, new("Home provider of " + name, "CN") { Purpose = ObjectIdentifiers.AssertionSigning, SubjectUri = issuer.AbsoluteUri }),
            Key(name + "-home", KeyType.EcP256));
    }

    /// <summary>Whether there is such an authority.</summary>
    public bool HasAuthority(string name) => authorities.ContainsKey(name);

    /// <summary>Certifies one more key for a relying party to connect with, P-256 or SM2; its files are called <c>client-NAME</c>.</summary>
    public void CertifyClient(string name, string clientId, bool sm2 = false)
    {
        var key = sm2 ? KeyType.Sm2 : KeyType.EcP256;
        OpenLeaf(PkiLayout.Client(name, key, clientId), Key("client-" + name, key));
    }

    /// <summary>
    /// Certifies the key of a request (PKCS#10) as one of the hub's, as an authority would that looked into who asks: what it says comes
    /// from here, and of the request the key alone is taken.
    /// </summary>
    /// <returns>The certificate and its intermediate in PEM; CB3046 where the request does not hold.</returns>
    public Outcome<string> CertifyHub(ReadOnlySpan<byte> request)
    {
        var read = CertificateRequest.Parse(request);
        if (!read.TryGetValue(out var asked))
            return Outcome<string>.Refused(read.Errors);
        var authority = authorities["gd-intermediate"];
        var issued = authority.Issue(new Pkcs10CertificationRequest(asked.Der.ToArray()).GetPublicKey(), PkiLayout.Hub("hub " + asked.PublicKey.Thumbprint[..8], hub));
        return KeyFactory.ToPem(issued) + "\n" + KeyFactory.ToPem(authority.Certificate) + "\n";
    }

    private SigningAuthority AuthorityOf(X509Certificate certificate) =>
        authorities.Values.Single(authority => authority.Certificate.SubjectDN.Equivalent(certificate.IssuerDN)
            && !authority.Certificate.Equals(certificate));

    private AsymmetricCipherKeyPair Key(string name, KeyType type)
    {
        if (File.Exists(KeyFile(name)))
            return KeyFactory.FromPem(File.ReadAllText(KeyFile(name)));
        var key = KeyFactory.Generate(type);
        OwnerOnly.Write(KeyFile(name), KeyFactory.ToPem(key) + "\n");
        return key;
    }

    private bool OpenAuthority(
        string name, string? issuer, CertificateProfile profile, ConcurrentDictionary<string, AsymmetricCipherKeyPair> keys, bool renew)
    {
        var present = renew ? null : Present(name, keys[name].Public);
        var lasting = profile with { Lifetime = TimeSpan.FromDays(3650) };
        var certificate = present ?? (issuer is null
            ? SigningAuthority.IssueRoot(keys[name], lasting, clock)
            : authorities[issuer].Issue(keys[name].Public, lasting));
        authorities[name] = new SigningAuthority(keys[name], certificate, clock);
        if (present is null)
            File.WriteAllText(CertificateFile(name), KeyFactory.ToPem(certificate) + "\n");
        return present is null;
    }

    private void OpenLeaf(PkiLeaf leaf, AsymmetricCipherKeyPair key)
    {
        var authority = authorities[leaf.Authority];
        var present = Present(leaf.Name, key.Public);
        if (present is not null && leaf.Profile.SubjectUri is { } uri && !Names(present).Contains(uri))
            present = null;
        if (present is not null && !Matches(present, authority))
            present = null;

        leaves[leaf.Name] = present ?? authority.Issue(key.Public, leaf.Profile);
        if (present is null)
        {
            File.WriteAllText(CertificateFile(leaf.Name),
                KeyFactory.ToPem(leaves[leaf.Name]) + "\n" + KeyFactory.ToPem(authority.Certificate) + "\n");
        }
    }

    private static bool Matches(X509Certificate certificate, SigningAuthority authority)
    {
        try
        {
            certificate.Verify(authority.Certificate.GetPublicKey());
            return true;
        }
        catch (Org.BouncyCastle.Security.GeneralSecurityException)
        {
            return false;
        }
    }

    private X509Certificate? Present(string name, AsymmetricKeyParameter publicKey)
    {
        if (!File.Exists(CertificateFile(name)))
            return null;
        var certificate = new X509CertificateParser().ReadCertificate(File.ReadAllBytes(CertificateFile(name)));
        var lasts = certificate.NotAfter > clock.GetUtcNow().UtcDateTime.AddDays(7);
        return lasts && certificate.GetPublicKey().Equals(publicKey) ? certificate : null;
    }

    private static HashSet<string> Names(X509Certificate certificate) =>
        certificate.GetSubjectAlternativeNames()?.Select(name => name[1].ToString()!).ToHashSet(StringComparer.Ordinal) ?? [];
}
