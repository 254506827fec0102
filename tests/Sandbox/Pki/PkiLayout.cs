using CrossBorder.Sandbox.Configuration;
using CrossBorder.Sandbox.Departments;

namespace CrossBorder.Sandbox.Pki;

/// <summary>One leaf: its file name, its key, who certifies it and as what.</summary>
internal sealed record PkiLeaf(string Name, KeyType Key, string Authority, CertificateProfile Profile);

/// <summary>Which keys and certificates there are.</summary>
internal static class PkiLayout
{
    public static IReadOnlyList<(string Name, KeyType Key)> AuthorityKeys { get; } =
    [
        ("hk-root", KeyType.Rsa), ("hk-intermediate", KeyType.Rsa), ("gd-root", KeyType.Sm2), ("gd-intermediate", KeyType.Sm2),
    ];

    public static IEnumerable<PkiLeaf> Leaves(string homeIssuer, string hubIssuer, IReadOnlyDictionary<string, string> departments)
    {
        yield return HongKong("home-rs256", KeyType.Rsa, "Sandbox Home Provider RSA", homeIssuer);
        yield return HongKong("home-es256", KeyType.EcP256, "Sandbox Home Provider EC", homeIssuer);
        yield return Guangdong("registry-sm2", KeyType.Sm2, "Sandbox Registry",
            ObjectIdentifiers.DirectorySigning, "urn:crossborder:directory:guangdong");

        // What content keys of iAM Smart are encrypted to.
        yield return new PkiLeaf("iam-smart-kek", KeyType.Rsa, "hk-intermediate", new("Sandbox iAM Smart service", "HK"));

        foreach (var (name, key) in HubKeys)
            yield return new PkiLeaf(name, key, "gd-intermediate", Hub(name, hubIssuer));
        foreach (var (slug, algorithm) in departments)
        {
            yield return Guangdong("department-" + slug, KeyFor(algorithm), "Department " + slug,
                ObjectIdentifiers.ReceiptSigning, "urn:crossborder:department:" + slug);
        }

        foreach (var slug in SandboxDepartments.Encrypted.Where(departments.ContainsKey))
        {
            yield return new PkiLeaf(SandboxDepartments.EncryptionKey(slug), KeyFor(departments[slug]), "gd-intermediate",
                new("Encryption for " + slug, "CN") { Purpose = ObjectIdentifiers.EnvelopeEncryption, SubjectUri = "urn:crossborder:department:" + slug, Encrypts = true });
        }

        foreach (var client in SandboxClients.All.Where(client => client.Subject is not null))
            yield return Client(client.Id, KeyType.EcP256, client.Id);

        // Below the Hong Kong root because browsers and OpenSSL can follow RSA; it is no anchor of the hub for TLS.
        yield return new PkiLeaf("hub-tls", KeyType.EcP256, "hk-intermediate",
            new("localhost", "HK") { Purpose = ObjectIdentifiers.TlsServer, Localhost = true });
    }

    /// <summary>The hub's keys, one for each algorithm, and one for the home provider's token endpoint.</summary>
    public static IReadOnlyList<(string Name, KeyType Key)> HubKeys { get; } =
    [
        ("hub-sm2", KeyType.Sm2), ("hub-rs256", KeyType.Rsa), ("hub-ps256", KeyType.Rsa), ("hub-es256", KeyType.EcP256),
        ("hub-home-ps256", KeyType.Rsa), ("hub-federation-es256", KeyType.EcP256),
    ];

    /// <summary>A home provider's key for identity assertions.</summary>
    public static PkiLeaf HongKong(string name, KeyType key, string commonName, string issuer) =>
        new(name, key, "hk-intermediate", new(commonName, "HK") { Purpose = ObjectIdentifiers.AssertionSigning, SubjectUri = issuer });

    /// <summary>A certificate that a relying party connects with.</summary>
    public static PkiLeaf Client(string name, KeyType key, string clientId) =>
        Guangdong("client-" + name, key, "Relying party " + clientId, ObjectIdentifiers.ClientAuthentication, "urn:crossborder:relying-party:" + clientId);

    /// <summary>What a certificate of a key of the hub says.</summary>
    public static CertificateProfile Hub(string name, string issuer) =>
        new("Hub " + name, "CN") { Purpose = ObjectIdentifiers.HubSigning, SubjectUri = issuer };

    private static KeyType KeyFor(string algorithm) => algorithm switch
    {
        "SGD_SM3_SM2" => KeyType.Sm2,
        "ES256" => KeyType.EcP256,
        _ => KeyType.Rsa,
    };

    private static PkiLeaf Guangdong(string name, KeyType key, string commonName, string purpose, string uri) =>
        new(name, key, "gd-intermediate", new(commonName, "CN") { Purpose = purpose, SubjectUri = uri });
}
