using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Pki;

/// <summary>One place: a root, an intermediate and their lists.</summary>
internal sealed class Place
{
    public Place(string name, Jurisdiction jurisdiction, SignatureAlgorithm rootAlgorithm, SignatureAlgorithm intermediateAlgorithm, params TrustPurpose[] purposes)
    {
        Jurisdiction = jurisdiction;
        Root = Authority.Root($"{name} Root", rootAlgorithm);
        Issuing = Root.Intermediate($"{name} Issuing", intermediateAlgorithm);
        Anchor = new TrustAnchor(name, Root.Certificate, jurisdiction, purposes.ToHashSet());
    }

    public Jurisdiction Jurisdiction { get; }

    public Authority Root { get; }

    public Authority Issuing { get; }

    public TrustAnchor Anchor { get; }

    public IEnumerable<CertificateRevocationList> Lists => [Root.List(), Issuing.List()];

    public SoftwareSigningKey Signer(SignatureAlgorithm algorithm, LeafRequest request)
    {
        var key = Keys.Of(algorithm);
        return key.WithChain([Issuing.Leaf(key, request), Issuing.Certificate]).Value;
    }
}
