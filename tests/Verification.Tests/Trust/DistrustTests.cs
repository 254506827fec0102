using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Trust;

/// <summary>What officers take out of trust holds up no path, whatever its issuer says of it.</summary>
public sealed class DistrustTests
{
    private readonly Authority root = Authority.Root("Root", AlgorithmCatalogue.Sm2);
    private readonly Authority issuing;
    private readonly Certificate leaf;

    public DistrustTests()
    {
        issuing = root.Intermediate("Issuing", AlgorithmCatalogue.ES256);
        leaf = issuing.Leaf(Keys.Of(AlgorithmCatalogue.RS256), new LeafRequest());
    }

    [Theory]
    [InlineData("leaf", "CN=Signer")]
    [InlineData("issuing", "CN=Issuing")]
    [InlineData("root", "anchor 'root'")]
    public void A_leaf_an_authority_and_an_anchor_that_are_distrusted_are_refused_with_CB3048_by_their_place(string which, string place)
    {
        var refused = Verify(which switch { "leaf" => leaf, "issuing" => issuing.Certificate, _ => root.Certificate }).Error;

        Assert.Equal("CB3048", refused.Code);
        Assert.Contains(place, refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_else_is_touched() => Assert.True(Verify(issuing.Leaf(Keys.Of(AlgorithmCatalogue.ES256), new LeafRequest())).Succeeded);

    [Fact]
    public void A_path_around_a_distrusted_certificate_is_taken()
    {
        var renewed = root.Renewed(issuing);

        Assert.True(Verify(issuing.Certificate, renewed).Succeeded);
    }

    private Outcomes.Outcome<VerifiedChain> Verify(Certificate distrusted, params Certificate[] others)
    {
        var anchor = new TrustAnchor("root", root.Certificate, Jurisdiction.HongKong, new HashSet<TrustPurpose> { TrustPurpose.AssertionSigning });
        var trust = new TrustList([anchor], [issuing.Certificate, .. others]) { Distrusted = new HashSet<string>([distrusted.Sha256Thumbprint], StringComparer.Ordinal) };
        return ChainVerifier.Verify([leaf], new ChainRequest(trust, Jurisdiction.HongKong, TrustPurpose.AssertionSigning,
            Clock.Start, new RevocationAnswers([root.List(), issuing.List()]), new RevocationPolicy(TimeSpan.Zero)));
    }
}
