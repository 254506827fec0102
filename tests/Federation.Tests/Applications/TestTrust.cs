using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>The hub's keys and trust as the development PKI made them.</summary>
internal sealed class TestTrust(DevelopmentPki pki) : IHubKeys, IHubSigners, ITrustSnapshot
{
    public IReadOnlyList<ISigningKey> All { get; } =
    [
        Key(pki, "hub-sm2", "SGD_SM3_SM2"), Key(pki, "hub-rs256", "RS256"), Key(pki, "hub-ps256", "PS256"), Key(pki, "hub-es256", "ES256"),
    ];

    public TrustMaterial Current => new(SandboxTrust.Anchors(pki), SandboxTrust.Revocation(pki), new RevocationPolicy(TimeSpan.FromHours(1)));

    public TrustList Configured => Current.TrustList;

    public IReadOnlyList<ISigningKey> For(string use) => All;

    public ISigningKey? Find(string use, string algorithm) => All.FirstOrDefault(key => key.Algorithm.Name == algorithm);

    public ISigningKey? ById(string id) => All.FirstOrDefault(key => key.KeyId == id);

    private static SoftwareSigningKey Key(DevelopmentPki pki, string name, string algorithm)
    {
        AlgorithmCatalogue.TryGet(algorithm, out var found);
        return SoftwareSigningKey.FromPkcs8Pem(
            File.ReadAllText(pki.KeyFile(name)), found!, name, Certificate.ParseMany(File.ReadAllText(pki.CertificateFile(name))).Value).Value;
    }
}
