using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.X509;

namespace CrossBorder.Verification.Tests.Trust;

/// <summary>Revocation by lists and by OCSP responses: what clears a certificate, what does not, and what counts against it.</summary>
public sealed class RevocationTests
{
    private const string OcspSigning = "1.3.6.1.5.5.7.3.9";
    private readonly Authority root;
    private readonly Certificate leaf;
    private readonly TrustAnchor anchor;

    public RevocationTests()
    {
        root = Authority.Root("Root", AlgorithmCatalogue.Sm2);
        leaf = root.Issue("CN=Leaf", Keys.Of(AlgorithmCatalogue.ES256), generator => generator.Signer());
        anchor = new TrustAnchor("root", root.Certificate, Jurisdiction.HongKong, new HashSet<TrustPurpose> { TrustPurpose.AssertionSigning });
    }

    [Fact]
    public void A_delta_list_is_refused_with_CB3019_and_what_it_revokes_counts()
    {
        static void Delta(X509V2CrlGenerator generator) => generator.AddExtension(X509Extensions.DeltaCrlIndicator, true, new CrlNumber(BigInteger.One));
        AssertRefused("CB3019", "delta list", [root.List(Delta)]);
        Assert.True(Verify([root.List(), root.List(Delta)]).Succeeded);

        root.Revoke(leaf, Clock.Start.AddDays(-1));
        AssertRefused("CB3013", "key compromised", [root.List(Delta)]);
    }

    [Theory]
    [InlineData("indirect", "indirect list")]
    [InlineData("users", "users alone")]
    [InlineData("authorities", "authorities alone")]
    [InlineData("reasons", "some reasons")]
    [InlineData("point", "one distribution point")]
    public void A_list_that_is_not_complete_is_refused_with_CB3019(string kind, string why) =>
        AssertRefused("CB3019", why, [root.List(generator => generator.AddExtension(X509Extensions.IssuingDistributionPoint, true, Point(kind)))]);

    [Fact]
    public void An_indirect_list_says_nothing_about_serial_numbers_that_may_be_another_authoritys()
    {
        root.Revoke(leaf, Clock.Start.AddDays(-1));
        AssertRefused("CB3019", "indirect", [root.List(generator => generator.AddExtension(X509Extensions.IssuingDistributionPoint, true, Point("indirect")))]);
    }

    [Fact]
    public void A_list_with_an_unknown_critical_extension_is_refused_with_CB3016() =>
        AssertRefused("CB3016", "1.2.3.4", [root.List(generator => generator.AddExtension(new DerObjectIdentifier("1.2.3.4"), true, DerNull.Instance))]);

    [Fact]
    public void A_refusal_names_the_link_that_was_revoked_and_why()
    {
        root.Revoke(leaf, Clock.Start.AddDays(-1));
        AssertRefused("CB3013", "Certificate 0, the signer's (CN=Leaf", [root.List()]);
    }

    [Fact]
    public void A_purpose_that_requires_no_answer_goes_without_one_but_never_against_one()
    {
        var lenient = new RevocationPolicy(TimeSpan.Zero)
        {
            Requirements = new Dictionary<TrustPurpose, RevocationRequirement> { [TrustPurpose.AssertionSigning] = RevocationRequirement.NotRequired },
        };
        Assert.True(Verify([], policy: lenient).Succeeded);
        Assert.True(Verify([root.List(nextUpdate: Clock.Start.AddDays(-1), thisUpdate: Clock.Start.AddDays(-2))], policy: lenient).Succeeded);
        Assert.All(TrustPurposes.All.Except([TrustPurpose.AssertionSigning]), purpose => Assert.Equal(RevocationRequirement.Required, lenient.RequirementOf(purpose)));

        root.Revoke(leaf, Clock.Start.AddDays(-1));
        Assert.Equal("CB3013", Verify([root.List()], policy: lenient).Error.Code);
    }

    [Theory]
    [InlineData("SHA-1")]
    [InlineData("SHA-256")]
    [InlineData("SM3")]
    public void A_response_of_the_authority_clears_a_certificate_under_any_hash_of_its_id(string hash)
    {
        var response = new Responder(root, root) { Hash = hash }.Answer(leaf);
        Assert.True(response.IsAbout(leaf, root.Certificate));

        var verified = Verify([], response).Value;

        Assert.Empty(verified.RevocationListsUsed);
        Assert.Same(response, Assert.Single(verified.RevocationResponsesUsed));
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    [InlineData("SGD_SM3_SM2")]
    public void A_responder_certified_for_it_clears_a_certificate(string algorithm) =>
        Assert.True(Verify([], new Responder(root, Delegate(algorithm)).Answer(leaf)).Succeeded);

    [Fact]
    public void A_response_about_another_certificate_or_under_another_hash_clears_nothing_CB3014()
    {
        var other = root.Issue("CN=Other", Keys.Of(AlgorithmCatalogue.ES256), generator => generator.Signer());
        AssertRefused("CB3014", "there is no revocation list", [], new Responder(root, root).Answer(other));
        AssertRefused("CB3014", "there is no revocation list", [], new Responder(root, root) { Hash = "SHA-512" }.Answer(leaf));
    }

    [Fact]
    public void A_response_that_says_revoked_is_refused_with_CB3013_whatever_a_list_says()
    {
        var revoked = new Responder(root, root) { Status = new RevokedStatus(Clock.Start.AddDays(-1).UtcDateTime, CrlReason.KeyCompromise) }.Answer(leaf);
        AssertRefused("CB3013", "key compromised", [root.List()], revoked);
    }

    [Fact]
    public void A_list_that_says_revoked_is_refused_with_CB3013_whatever_a_response_says()
    {
        root.Revoke(leaf, Clock.Start.AddDays(-1));
        AssertRefused("CB3013", "key compromised", [root.List()], new Responder(root, root).Answer(leaf));
    }

    [Fact]
    public void A_response_that_says_unknown_is_refused_with_CB3045() =>
        AssertRefused("CB3045", "is not known to CN=Root", [root.List()], new Responder(root, root) { Status = new UnknownStatus() }.Answer(leaf));

    [Fact]
    public void A_stale_response_is_refused_with_CB3015_once_the_grace_is_over()
    {
        var stale = new Responder(root, root) { NextUpdate = Clock.Start.AddMinutes(-30) }.Answer(leaf);
        Assert.True(Verify([], stale).Succeeded);
        Assert.Equal("CB3015", Verify([], stale, new RevocationPolicy(TimeSpan.FromMinutes(10))).Error.Code);
        Assert.Equal("CB3015", Verify([], new Responder(root, root) { ThisUpdate = Clock.Start.AddHours(-2), NextUpdate = null }.Answer(leaf)).Error.Code);
        AssertRefused("CB3044", "after the time of the check", [], new Responder(root, root) { ThisUpdate = Clock.Start.AddHours(2) }.Answer(leaf));
    }

    [Theory]
    [InlineData(TrustPurpose.AssertionSigning, "CB3015")]
    [InlineData(TrustPurpose.ReceiptSigning, null)]
    [InlineData(TrustPurpose.DirectorySigning, "CB3015")]
    [InlineData(TrustPurpose.ClientAuthentication, "CB3015")]
    public void How_late_an_answer_may_be_is_said_for_each_purpose(TrustPurpose purpose, string? code)
    {
        var policy = new RevocationPolicy(TimeSpan.FromMinutes(10))
        {
            Graces = new Dictionary<TrustPurpose, TimeSpan> { [TrustPurpose.ReceiptSigning] = TimeSpan.FromHours(1), [TrustPurpose.AssertionSigning] = TimeSpan.Zero },
        };
        var signer = root.Leaf(Keys.Of(AlgorithmCatalogue.ES256), new LeafRequest { Purpose = purpose });
        var trusted = new TrustList([anchor with { Purposes = new HashSet<TrustPurpose> { purpose } }]);
        var late = new Responder(root, root) { NextUpdate = Clock.Start.AddMinutes(-30) }.Answer(signer);
        var lateList = root.List(thisUpdate: Clock.Start.AddDays(-1), nextUpdate: Clock.Start.AddMinutes(-30));
        foreach (var answers in new[] { new RevocationAnswers([], [late]), new RevocationAnswers([lateList]) })
        {
            var verified = ChainVerifier.Verify([signer], new ChainRequest(trusted, Jurisdiction.HongKong, purpose, Clock.Start, answers, policy));
            Assert.Equal(code, verified.Succeeded ? null : verified.Error.Code);
        }
    }

    [Fact]
    public void A_response_by_somebody_who_may_not_is_refused_with_CB3044()
    {
        AssertRefused("CB3044", "id-kp-OCSPSigning", [], new Responder(root, root.Below("CN=Responder", AlgorithmCatalogue.Sm2, generator => generator.Signer())).Answer(leaf));
        AssertRefused("CB3044", "no certificate of its responder", [], new Responder(root, Delegate("SGD_SM3_SM2")) { SendsCertificate = false }.Answer(leaf));

        var stranger = Authority.Root("Stranger", AlgorithmCatalogue.Sm2).Below("CN=Responder", AlgorithmCatalogue.Sm2, generator => generator.Usage(KeyUsage.DigitalSignature).Purpose(OcspSigning));
        AssertRefused("CB3044", "not certified by the same authority", [], new Responder(root, stranger).Answer(leaf));
        AssertRefused("CB3044", "does not hold", [], new Responder(root, Authority.Root("Root", AlgorithmCatalogue.Sm2)).Answer(leaf));
    }

    [Fact]
    public void A_responder_that_is_not_exempt_must_be_cleared_by_a_list_CB3044()
    {
        var responder = root.Below("CN=Responder", AlgorithmCatalogue.Sm2, generator => generator.Usage(KeyUsage.DigitalSignature).Purpose(OcspSigning));
        AssertRefused("CB3044", "may be revoked", [], new Responder(root, responder).Answer(leaf));

        root.Revoke(responder.Certificate, Clock.Start.AddDays(-1));
        AssertRefused("CB3015", "due for renewal", [root.List(nextUpdate: Clock.Start.AddHours(-2))], new Responder(root, responder).Answer(leaf));
    }

    [Fact]
    public void A_nonce_is_compared_where_there_is_one()
    {
        byte[] nonce = [1, 2, 3, 4, 5, 6, 7, 8];
        var repeated = new Responder(root, root) { Nonce = nonce }.Answer(leaf);
        Assert.True(repeated.MayAnswer(nonce));
        Assert.False(repeated.MayAnswer([8, 7, 6]));
        Assert.True(new Responder(root, root).Answer(leaf).MayAnswer(nonce));
        Assert.Null(new Responder(root, root).Answer(leaf).Nonce);
    }

    [Fact]
    public void What_is_no_answer_is_refused_with_CB3044()
    {
        Assert.Equal("CB3044", RevocationResponse.Parse("nothing"u8).Error.Code);
        var der = new Responder(root, root).Encode(leaf);
        Assert.Equal("CB3044", RevocationResponse.Parse([.. der, 0]).Error.Code);
        Assert.Equal("CB3044", RevocationResponse.Parse(new byte[1_000_000]).Error.Code);
        Assert.Contains("try later", RevocationResponse.Parse(new OCSPRespGenerator().Generate(OCSPRespGenerator.TryLater, null).GetEncoded()).Error.Detail, StringComparison.Ordinal);
        var pem = System.Security.Cryptography.PemEncoding.WriteString("OCSP RESPONSE", der);
        Assert.True(RevocationResponse.Parse(System.Text.Encoding.ASCII.GetBytes(pem)).Succeeded);
    }

    private Authority Delegate(string algorithm) => root.Below("CN=Responder", AlgorithmCatalogue.All.Single(known => known.Name == algorithm), generator =>
        generator.Usage(KeyUsage.DigitalSignature).Purpose(OcspSigning).AddExtension(OcspObjectIdentifiers.PkixOcspNocheck, false, DerNull.Instance));

    private static IssuingDistributionPoint Point(string kind) => kind == "point"
        ? new(new DistributionPointName(new GeneralNames(new GeneralName(GeneralName.UniformResourceIdentifier, "http://crl.example/1"))), false, false)
        : new(null, kind == "users", kind == "authorities", kind == "reasons" ? new ReasonFlags(ReasonFlags.KeyCompromise) : null, kind == "indirect", false);

    private Outcome<VerifiedChain> Verify(IEnumerable<CertificateRevocationList> lists, RevocationResponse? response = null, RevocationPolicy? policy = null) =>
        ChainVerifier.Verify([leaf], new ChainRequest(new TrustList([anchor]), Jurisdiction.HongKong, TrustPurpose.AssertionSigning, Clock.Start,
            new RevocationAnswers(lists, response is null ? [] : [response]), policy ?? new RevocationPolicy(TimeSpan.FromHours(1))));

    private void AssertRefused(string code, string why, IEnumerable<CertificateRevocationList> lists, RevocationResponse? response = null)
    {
        var error = Verify(lists, response).Error;
        Assert.Equal(code, error.Code);
        Assert.Contains(why, error.Detail, StringComparison.Ordinal);
    }
}
