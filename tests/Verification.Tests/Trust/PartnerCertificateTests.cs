using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Trust;

/// <summary>A partner's certificate that is believed for itself, and every way to make more of it than that.</summary>
public sealed class PartnerCertificateTests
{
    private const string Party = "urn:crossborder:department:gd-hrss";

    private readonly Authority foreign = Authority.Root("Somebody's authority", AlgorithmCatalogue.Sm2);
    private readonly SoftwareSigningKey key = Keys.Of(AlgorithmCatalogue.Sm2);
    private readonly Certificate leaf;

    public PartnerCertificateTests() => leaf = foreign.Leaf(key, new LeafRequest { Purpose = null });

    private PartnerCertificate Admission => new("The department's", leaf, Jurisdiction.Guangdong, TrustPurpose.ReceiptSigning, Party);

    private TrustList Trust => new([]) { Partners = [Admission] };

    [Fact]
    public void It_speaks_for_its_party_without_any_authority_and_without_our_extended_key_usage()
    {
        var chain = Verify([leaf]).Value;

        Assert.Equal(Admission, chain.Direct);
        Assert.True(chain.SpeaksFor(Party));
        Assert.False(chain.SpeaksFor("urn:crossborder:department:gz-hpf"));
        Assert.Empty(chain.RevocationListsUsed);
    }

    [Fact]
    public void A_leaf_of_the_same_authority_that_was_not_admitted_is_refused() =>
        Refused("CB3010", [foreign.Leaf(Keys.Of(AlgorithmCatalogue.Sm2), new LeafRequest { Purpose = TrustPurpose.ReceiptSigning }), foreign.Certificate]);

    [Fact]
    public void Used_for_another_party_it_is_refused_whatever_names_stand_in_it()
    {
        var named = foreign.Leaf(key, new LeafRequest { Purpose = TrustPurpose.ReceiptSigning, Uri = "urn:crossborder:department:gz-hpf" });
        var trust = new TrustList([]) { Partners = [Admission with { Certificate = named }] };

        Refused("CB3049", [named], Request(trust) with { Party = "urn:crossborder:department:gz-hpf" });
        Refused("CB3049", [named], Request(trust) with { Party = null });
    }

    [Fact]
    public void A_departments_leaf_is_no_homes() =>
        Refused("CB3049", [leaf], Request(Trust) with { Purpose = TrustPurpose.AssertionSigning });

    [Fact]
    public void In_another_place_it_is_refused() =>
        Refused("CB3049", [leaf], Request(Trust) with { Jurisdiction = Jurisdiction.HongKong });

    [Fact]
    public void It_certifies_nobody()
    {
        var asAuthority = foreign.Below("CN=Leaf that signs", AlgorithmCatalogue.Sm2, static _ => { });
        var below = asAuthority.Leaf(Keys.Of(AlgorithmCatalogue.Sm2), new LeafRequest { Purpose = TrustPurpose.ReceiptSigning, Uri = Party });
        var trust = new TrustList([]) { Partners = [Admission with { Certificate = asAuthority.Certificate }] };

        Refused("CB3010", [below, asAuthority.Certificate], Request(trust));
    }

    [Fact]
    public void An_authority_that_was_listed_as_a_partner_by_mistake_is_not_believed() =>
        Refused("CB3012", [foreign.Certificate], Request(new TrustList([]) { Partners = [Admission with { Certificate = foreign.Certificate }] }));

    [Fact]
    public void It_ends_when_it_says_and_does_not_begin_before()
    {
        Refused("CB3017", [leaf], Request(Trust) with { At = leaf.NotAfter.AddSeconds(1) });
        Refused("CB3017", [leaf], Request(Trust) with { At = leaf.NotBefore.AddSeconds(-1) });
    }

    [Fact]
    public void Taken_out_of_trust_after_its_admission_it_is_refused() =>
        Refused("CB3048", [leaf], Request(new TrustList([]) { Partners = [Admission], Distrusted = new HashSet<string>([leaf.Sha256Thumbprint], StringComparer.Ordinal) }));

    [Fact]
    public void The_same_key_in_another_certificate_is_not_admitted() =>
        Refused("CB3010", [foreign.Leaf(key, new LeafRequest { Purpose = TrustPurpose.ReceiptSigning, Uri = Party })]);

    [Fact]
    public void One_that_is_not_for_signatures_is_refused()
    {
        var encrypting = foreign.Leaf(key, new LeafRequest { Purpose = null, DigitalSignature = false, KeyEncipherment = true });

        Refused("CB3012", [encrypting], Request(new TrustList([]) { Partners = [Admission with { Certificate = encrypting }] }));
    }

    [Fact]
    public void Where_its_authority_is_ours_after_all_that_authority_decides()
    {
        var named = foreign.Leaf(key, new LeafRequest { Purpose = TrustPurpose.ReceiptSigning, Uri = Party });
        var anchor = new TrustAnchor("ours", foreign.Certificate, Jurisdiction.Guangdong, new HashSet<TrustPurpose> { TrustPurpose.ReceiptSigning });
        var trust = new TrustList([anchor]) { Partners = [Admission with { Certificate = named }] };
        Assert.Null(ChainVerifier.Verify([named], Request(trust) with { Revocation = new RevocationAnswers([foreign.List()]) }).Value.Direct);

        foreign.Revoke(named, Clock.Start.AddDays(-1));
        Refused("CB3013", [named], Request(trust) with { Revocation = new RevocationAnswers([foreign.List()]) });

        var distrusted = new TrustList([anchor]) { Partners = trust.Partners, Distrusted = new HashSet<string>([foreign.Certificate.Sha256Thumbprint], StringComparer.Ordinal) };
        Refused("CB3048", [named], Request(distrusted));
    }

    [Fact]
    public void A_certificate_that_officers_took_out_of_trust_is_not_carried_along()
    {
        var trust = new TrustList([]) { Partners = [Admission], Distrusted = new HashSet<string>([foreign.Certificate.Sha256Thumbprint], StringComparer.Ordinal) };

        Refused("CB3048", [leaf, foreign.Certificate], Request(trust));
    }

    [Fact]
    public void A_trace_shows_the_way_to_an_anchor_and_nothing_where_there_is_none()
    {
        var issuing = foreign.Intermediate("Between", AlgorithmCatalogue.ES256);
        var below = issuing.Leaf(key, new LeafRequest());
        var anchor = new TrustAnchor("ours", foreign.Certificate, Jurisdiction.Guangdong, new HashSet<TrustPurpose>());

        Assert.Equal([below, issuing.Certificate, foreign.Certificate], ChainVerifier.Trace([below, issuing.Certificate], new TrustList([anchor])));
        Assert.Empty(ChainVerifier.Trace([below], new TrustList([anchor])));
        Assert.Empty(ChainVerifier.Trace([], new TrustList([anchor])));
    }

    private static ChainRequest Request(TrustList trust) => new(
        trust, Jurisdiction.Guangdong, TrustPurpose.ReceiptSigning, Clock.Start, RevocationAnswers.Empty, new RevocationPolicy(TimeSpan.Zero)) { Party = Party };

    private Outcomes.Outcome<VerifiedChain> Verify(IReadOnlyList<Certificate> presented) => ChainVerifier.Verify(presented, Request(Trust));

    private void Refused(string code, IReadOnlyList<Certificate> presented) => Refused(code, presented, Request(Trust));

    private static void Refused(string code, IReadOnlyList<Certificate> presented, ChainRequest request) =>
        Assert.Equal(code, ChainVerifier.Verify(presented, request).Error.Code);
}
