using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using Org.BouncyCastle.Asn1.X509;

namespace CrossBorder.Verification.Tests.Trust;

public sealed class ChainVerifierTests
{
    private readonly Place hongKong = new("Hong Kong", Jurisdiction.HongKong, AlgorithmCatalogue.RS256, AlgorithmCatalogue.ES256, TrustPurpose.AssertionSigning);
    private readonly Place guangdong = new("Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.ReceiptSigning);

    private ChainRequest Request => new(
        new TrustList([hongKong.Anchor, guangdong.Anchor]), Jurisdiction.HongKong, TrustPurpose.AssertionSigning, Clock.Start,
        new RevocationAnswers([.. hongKong.Lists, .. guangdong.Lists]), new RevocationPolicy(TimeSpan.FromHours(1)));

    private ChainRequest ReceiptRequest => Request with { Jurisdiction = Jurisdiction.Guangdong, Purpose = TrustPurpose.ReceiptSigning };

    [Theory]
    [InlineData("RS256", "RS256", "RS256")]
    [InlineData("RS256", "ES256", "ES256")]
    [InlineData("SGD_SM3_SM2", "SGD_SM3_SM2", "SGD_SM3_SM2")]
    [InlineData("SGD_SM3_SM2", "RS256", "SGD_SM3_SM2")]
    [InlineData("ES256", "SGD_SM3_SM2", "RS256")]
    public void A_chain_of_any_kinds_of_key_verifies(string root, string issuing, string leaf)
    {
        var place = new Place("Mixed", Jurisdiction.HongKong, Named(root), Named(issuing), TrustPurpose.AssertionSigning);
        var chain = place.Signer(Named(leaf), new LeafRequest()).Chain;

        var verified = ChainVerifier.Verify(chain, Request with { TrustList = new TrustList([place.Anchor]), Revocation = new RevocationAnswers(place.Lists) }).Value;

        Assert.Equal("Mixed", verified.Anchor.Name);
        Assert.Equal(2, verified.RevocationListsUsed.Count);
        Assert.False(verified.IsDevelopment);
    }

    [Theory]
    [InlineData("ES384", "ES384", "ES512")]
    [InlineData("ES512", "SGD_SM3_SM2", "ES384")]
    public void A_longer_curve_issues_certificates_where_the_policy_takes_it(string root, string issuing, string leaf)
    {
        var place = new Place("Long", Jurisdiction.HongKong, Named(root), Named(issuing), TrustPurpose.AssertionSigning);
        var chain = place.Signer(Named(leaf), new LeafRequest()).Chain;
        var request = Request with { TrustList = new TrustList([place.Anchor]), Revocation = new RevocationAnswers(place.Lists) };
        var wider = AlgorithmPolicy.Default.With(SignatureUse.Certificates, [root, issuing]).Value;

        Assert.Equal("CB3010", ChainVerifier.Verify(chain, request).Error.Code);
        Assert.True(ChainVerifier.Verify(chain, request with { Algorithms = wider }).Succeeded);
    }

    [Fact]
    public void The_intermediate_may_come_from_the_trust_list_and_the_root_may_be_sent_along()
    {
        var chain = hongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest { CriticalPurpose = true }).Chain;
        Assert.True(ChainVerifier.Verify([chain[0]], Request with { TrustList = new TrustList([hongKong.Anchor], [hongKong.Issuing.Certificate]) }).Succeeded);
        Assert.True(ChainVerifier.Verify([.. chain, hongKong.Root.Certificate], Request).Succeeded);
        Assert.Equal("CB3010", ChainVerifier.Verify([chain[0]], Request).Error.Code);
    }

    [Fact]
    public void An_unknown_root_is_refused_with_CB3010()
    {
        var stranger = new Place("Stranger", Jurisdiction.HongKong, AlgorithmCatalogue.ES256, AlgorithmCatalogue.ES256, TrustPurpose.AssertionSigning);
        Assert.Equal("CB3010", Code(stranger.Signer(AlgorithmCatalogue.ES256, new LeafRequest()).Chain));
        Assert.Equal("CB3010", Code([]));
    }

    [Fact]
    public void A_root_of_the_same_name_is_refused_with_CB3010()
    {
        var twin = new Place("Hong Kong", Jurisdiction.HongKong, AlgorithmCatalogue.ES256, AlgorithmCatalogue.ES256, TrustPurpose.AssertionSigning);
        Assert.Equal("CB3010", Code([.. twin.Signer(AlgorithmCatalogue.ES256, new LeafRequest()).Chain, twin.Root.Certificate]));
    }

    [Fact]
    public void A_leaf_that_signed_another_leaf_is_refused_with_CB3010()
    {
        var bottom = hongKong.Issuing.Intermediate("Below the allowed length", AlgorithmCatalogue.ES256);
        var key = Keys.Of(AlgorithmCatalogue.ES256);
        Assert.Equal("CB3010", Code([bottom.Leaf(key, new LeafRequest()), bottom.Certificate, hongKong.Issuing.Certificate],
            Request with { Revocation = new RevocationAnswers([.. hongKong.Lists, bottom.List()]) }));
    }

    [Fact]
    public void A_weak_signature_is_refused_with_CB3010()
    {
        var root = Authority.Root("Weak", AlgorithmCatalogue.RS256, "SHA1WITHRSA");
        var anchor = new TrustAnchor("weak", root.Certificate, Jurisdiction.HongKong, new HashSet<TrustPurpose> { TrustPurpose.AssertionSigning });
        var leaf = root.Leaf(Keys.Of(AlgorithmCatalogue.RS256), new LeafRequest());
        Assert.Equal("CB3010", Code([leaf], Request with { TrustList = new TrustList([anchor]), Revocation = new RevocationAnswers([root.List()]) }));
    }

    [Fact]
    public void A_chain_of_another_jurisdiction_is_refused_with_CB3011() =>
        Assert.Equal("CB3011", Code(guangdong.Signer(AlgorithmCatalogue.Sm2, new LeafRequest()).Chain));

    [Fact]
    public void A_leaf_or_an_anchor_for_another_purpose_is_refused_with_CB3012()
    {
        Assert.Equal("CB3012", Code(hongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest { Purpose = TrustPurpose.ReceiptSigning }).Chain));
        Assert.Equal("CB3012", Code(hongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest { Purpose = null }).Chain));
        Assert.Equal("CB3012", Code(hongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest { DigitalSignature = false }).Chain));
        Assert.Equal("CB3012", Code([hongKong.Issuing.Certificate]));
        Assert.Equal("CB3012", Code(guangdong.Signer(AlgorithmCatalogue.Sm2, new LeafRequest()).Chain, Request with { Jurisdiction = Jurisdiction.Guangdong }));
    }

    [Fact]
    public void A_revoked_leaf_or_intermediate_is_refused_with_CB3013()
    {
        var chain = guangdong.Signer(AlgorithmCatalogue.Sm2, new LeafRequest { Purpose = TrustPurpose.ReceiptSigning }).Chain;
        Assert.True(ChainVerifier.Verify(chain, ReceiptRequest).Succeeded);
        guangdong.Issuing.Revoke(chain[0], Clock.Start.AddDays(-1));
        Assert.Equal("CB3013", Code(chain, ReceiptRequest));

        var other = hongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest()).Chain;
        hongKong.Root.Revoke(hongKong.Issuing.Certificate, Clock.Start.AddDays(-1), CrlReason.CessationOfOperation);
        Assert.Equal("CB3013", Code(other));
    }

    [Theory]
    [InlineData(CrlReason.Superseded, true)]
    [InlineData(CrlReason.CessationOfOperation, true)]
    [InlineData(CrlReason.KeyCompromise, false)]
    [InlineData(null, false)]
    public void A_later_revocation_counts_backwards_only_where_the_key_was_in_doubt(int? reason, bool holds)
    {
        var chain = hongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest()).Chain;
        hongKong.Issuing.Revoke(chain[0], Clock.Start.AddHours(1), reason);
        Assert.Equal(holds, ChainVerifier.Verify(chain, Request).Succeeded);
    }

    [Fact]
    public void A_missing_list_is_refused_with_CB3014()
    {
        var chain = hongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest()).Chain;
        Assert.Equal("CB3014", Code(chain, Request with { Revocation = RevocationAnswers.Empty }));
        Assert.Equal("CB3014", Code(chain, Request with { Revocation = new RevocationAnswers([hongKong.Issuing.List()]) }));
    }

    [Fact]
    public void A_stale_list_is_refused_with_CB3015_once_the_grace_is_over()
    {
        var chain = hongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest()).Chain;
        var answers = new RevocationAnswers([hongKong.Root.List(), hongKong.Issuing.List(nextUpdate: Clock.Start.AddMinutes(-30))]);
        Assert.True(ChainVerifier.Verify(chain, Request with { Revocation = answers }).Succeeded);
        Assert.Equal("CB3015", Code(chain, Request with { Revocation = answers, RevocationPolicy = new RevocationPolicy(TimeSpan.FromMinutes(10)) }));
    }

    [Fact]
    public void A_stale_list_still_tells_of_a_revocation_CB3013()
    {
        var chain = hongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest()).Chain;
        var clean = hongKong.Issuing.List(thisUpdate: Clock.Start.AddHours(-1));
        hongKong.Issuing.Revoke(chain[0], Clock.Start.AddDays(-3));
        var old = hongKong.Issuing.List(thisUpdate: Clock.Start.AddDays(-2), nextUpdate: Clock.Start.AddDays(-1));
        Assert.Equal("CB3013", Code(chain, Request with { Revocation = new RevocationAnswers([hongKong.Root.List(), clean, old]) }));
    }

    [Fact]
    public void A_forged_list_is_refused_with_CB3016_and_a_delta_list_with_CB3019()
    {
        var chain = hongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest()).Chain;
        var forger = Authority.Root("Forger", AlgorithmCatalogue.ES256);
        Assert.Equal("CB3016", Code(chain, Request with { Revocation = new RevocationAnswers([hongKong.Root.List(), hongKong.Issuing.List(signedBy: forger)]) }));
        Assert.Equal("CB3019", Code(chain, Request with { Revocation = new RevocationAnswers([hongKong.Root.List(), hongKong.Issuing.List(withCritical: true)]) }));
        Assert.Equal("CB3016", CertificateRevocationList.Parse("nothing"u8).Error.Code);
        Assert.Equal("CB3016", CertificateRevocationList.Parse([.. hongKong.Root.List().Encoded.Span, 0]).Error.Code);
    }

    [Fact]
    public void An_expired_or_future_certificate_is_refused_with_CB3017()
    {
        Assert.Equal("CB3017", Code(hongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest { NotAfter = Clock.Start.AddSeconds(-1) }).Chain));
        Assert.Equal("CB3017", Code(hongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest { NotBefore = Clock.Start.AddSeconds(1) }).Chain));
    }

    [Fact]
    public void Certificates_that_sign_each_other_end_the_search()
    {
        var tangle = Enumerable.Range(0, 5).Select(_ => Authority.Root("Tangle", AlgorithmCatalogue.ES256)).ToList();
        var key = Keys.Of(AlgorithmCatalogue.ES256);
        Assert.Equal("CB3010", Code([tangle[0].Leaf(key, new LeafRequest()), .. tangle.Select(authority => authority.Certificate)]));
    }

    [Fact]
    public void A_chain_with_a_development_certificate_says_so()
    {
        var chain = hongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest { Development = true }).Chain;
        Assert.True(ChainVerifier.Verify(chain, Request).Value.IsDevelopment);
    }

    [Fact]
    public void Every_purpose_has_its_own_identifier()
    {
        Assert.Equal(TrustPurposes.All.Count, TrustPurposes.All.Select(purpose => purpose.ToOid()).Distinct().Count());
        Assert.All(TrustPurposes.All, purpose => Assert.Equal(purpose, TrustPurposes.FromOid(purpose.ToOid())));
        Assert.Null(TrustPurposes.FromOid("1.3.6.1.5.5.7.3.1"));
    }

    private static SignatureAlgorithm Named(string name) => AlgorithmCatalogue.TryGet(name, out var algorithm) ? algorithm : throw new ArgumentException(name);

    private string Code(IReadOnlyList<Certificate> chain, ChainRequest? request = null) => ChainVerifier.Verify(chain, request ?? Request).Error.Code;
}
