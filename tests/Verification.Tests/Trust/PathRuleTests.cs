using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Certificates;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Pkix;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using TrustAnchor = CrossBorder.Verification.Trust.TrustAnchor;

namespace CrossBorder.Verification.Tests.Trust;

/// <summary>
/// The rules of RFC 5280 section 6, on real certificates. Each verdict is compared with BouncyCastle's own path validator, which shares
/// none of these rules' code.
/// </summary>
public sealed class PathRuleTests
{
    private const string PolicyA = "1.2.156.10197.99.1";
    private const string PolicyB = "1.2.156.10197.99.2";
    private const string AnyPolicy = "2.5.29.32.0";
    private readonly Authority root = Authority.Root("Root", AlgorithmCatalogue.Sm2);

    [Fact]
    public void A_certificate_that_is_no_authority_signs_nothing_CB3010() =>
        AssertRefused("CB3010", "Certificate 1 (CN=Middle", "not the certificate of an authority",
            Chain(middle => middle.Usage(KeyUsage.KeyCertSign)));

    [Fact]
    public void An_authority_whose_key_may_not_sign_certificates_signs_none_CB3010() =>
        AssertRefused("CB3010", "Certificate 1 (CN=Middle", "keyCertSign",
            Chain(middle =>
            {
                middle.AddExtension(X509Extensions.BasicConstraints, true, new BasicConstraints(cA: true));
                middle.Usage(KeyUsage.CrlSign);
            }));

    [Fact]
    public void More_authorities_than_the_path_length_allows_are_refused_with_CB3010()
    {
        var upper = root.Below("CN=Upper", AlgorithmCatalogue.ES256, upper => upper.Authority(pathLength: 0));
        var lower = upper.Below("CN=Lower", AlgorithmCatalogue.RS256, lower => lower.Authority());
        var leaf = lower.Issue("CN=Leaf", Keys.Of(AlgorithmCatalogue.Sm2), leaf => leaf.Signer());
        AssertRefused("CB3010", "Certificate 2 (CN=Upper", "allows 0 authorities below it", [leaf, lower.Certificate, upper.Certificate]);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_critical_extension_that_is_unknown_is_refused_with_CB3010_at_any_link(bool inMiddle, bool inLeaf)
    {
        var chain = Chain(middle => With(middle.Authority(), inMiddle), leaf => With(leaf.Signer(), inLeaf));
        AssertRefused("CB3010", inMiddle ? "Certificate 1 (CN=Middle" : "Certificate 0, the signer's (CN=Leaf", "1.2.3.4.5", chain);

        static void With(X509V3CertificateGenerator generator, bool add)
        {
            if (add)
                generator.With("1.2.3.4.5", critical: true);
        }
    }

    [Fact]
    public void An_unknown_extension_that_is_not_critical_is_passed_over() =>
        AssertHolds(Chain(middle => middle.Authority().With("1.2.3.4.5", critical: false), leaf => leaf.Signer().With("1.2.3.4.6", critical: false)));

    [Fact]
    public void An_authority_limited_to_another_use_is_refused_with_CB3012()
    {
        var chain = Chain(middle => middle.Authority().Purpose(TrustPurpose.ReceiptSigning.ToOid()));
        var error = Refusal(chain);
        Assert.Equal("CB3012", error.Code);
        Assert.Contains("Certificate 1 (CN=Middle", error.Detail, StringComparison.Ordinal);
        AssertHolds(Chain(middle => middle.Authority().Purpose(TrustPurpose.AssertionSigning.ToOid())));
        AssertHolds(Chain(middle => middle.Authority().Purpose("2.5.29.37.0")));
    }

    [Theory]
    [InlineData("https://id.gov.hk/a", true)]
    [InlineData("https://sub.id.gov.hk/a", false)]
    [InlineData("https://id.example/a", false)]
    public void Names_outside_what_an_authority_may_certify_are_refused_with_CB3010(string uri, bool holds)
    {
        var chain = Chain(
            middle => middle.Authority().Constrained([new GeneralName(GeneralName.UniformResourceIdentifier, "id.gov.hk")]),
            leaf => leaf.Signer().Uri(uri));
        if (holds)
            AssertHolds(chain);
        else
            AssertRefused("CB3010", "Certificate 0, the signer's (CN=Leaf", "name constraints", chain);
    }

    [Theory]
    [InlineData("O=Bureau,CN=Leaf", true)]
    [InlineData("O=Stranger,CN=Leaf", false)]
    public void Subjects_are_constrained_as_well(string subject, bool holds)
    {
        var chain = Chain(
            middle => middle.Authority().Constrained([new GeneralName(new X509Name("O=Bureau"))]),
            leaf => leaf.Signer(), subject);
        if (holds)
            AssertHolds(chain);
        else
            AssertRefused("CB3010", "Certificate 0, the signer's (O=Stranger", "name constraints", chain);
    }

    [Fact]
    public void An_excluded_name_is_refused_with_CB3010() =>
        AssertRefused("CB3010", "Certificate 0", "name constraints", Chain(
            middle => middle.Authority().Constrained([], new GeneralName(GeneralName.DnsName, "example.org")),
            leaf => leaf.Signer().Names(new GeneralName(GeneralName.DnsName, "www.example.org"))));

    [Fact]
    public void A_constraint_on_a_form_of_name_that_is_not_compared_is_refused_with_CB3010()
    {
        var error = Refusal(Chain(middle => middle.Authority().Constrained([new GeneralName(GeneralName.RegisteredID, "1.2.3")])));
        Assert.Equal("CB3010", error.Code);
        Assert.Contains("Certificate 1 (CN=Middle", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { PolicyA }, new[] { PolicyA }, true)]
    [InlineData(new[] { PolicyA, PolicyB }, new[] { PolicyA }, true)]
    [InlineData(new[] { AnyPolicy }, new[] { PolicyA }, true)]
    [InlineData(new[] { PolicyA }, new[] { AnyPolicy }, true)]
    [InlineData(new[] { PolicyB }, new[] { PolicyA }, false)]
    [InlineData(new[] { PolicyB }, new[] { PolicyB }, false)]
    [InlineData(new[] { PolicyA }, new string[0], false)]
    [InlineData(new string[0], new[] { PolicyA }, false)]
    public void A_required_policy_must_be_stated_all_the_way_down_CB3018(string[] middle, string[] leaf, bool holds)
    {
        var chain = Chain(generator => Stating(generator.Authority(), middle), generator => Stating(generator.Signer(), leaf));
        AssertHolds(chain);
        if (holds)
            AssertHolds(chain, PolicyA);
        else
            AssertRefused("CB3018", "Certificate ", PolicyA, chain, PolicyA);
    }

    [Theory]
    [InlineData(0, new string[0], false)]
    [InlineData(0, new[] { PolicyB }, false)]
    [InlineData(0, new[] { PolicyA }, true)]
    [InlineData(1, new string[0], false)]
    [InlineData(2, new string[0], true)]
    public void An_authority_may_demand_a_policy_of_those_below_it_CB3018(int after, string[] leaf, bool holds)
    {
        var chain = Chain(
            middle => middle.Authority().Policies(PolicyA).DemandsPolicy(after),
            generator => Stating(generator.Signer(), leaf));
        if (holds)
            AssertHolds(chain);
        else
            AssertRefused("CB3018", "Certificate 0", "demands", chain);
    }

    [Fact]
    public void Any_policy_counts_only_until_an_authority_inhibits_it_CB3018()
    {
        var chain = Chain(
            middle => middle.Authority().Policies(PolicyA).NoAnyPolicy(0),
            leaf => leaf.Signer().Policies(AnyPolicy));
        AssertRefused("CB3018", "Certificate 0", PolicyA, chain, PolicyA);
    }

    [Fact]
    public void Critical_policy_mappings_are_refused_with_CB3010()
    {
        var chain = Chain(middle => middle.Authority().Policies(PolicyB).With(X509Extensions.PolicyMappings.Id, critical: true));
        var error = Refusal(chain);
        Assert.Equal("CB3010", error.Code);
        Assert.Contains("not mapped", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_names_the_link_whose_issuer_is_unknown_or_did_not_sign()
    {
        var middle = root.Below("CN=Middle", AlgorithmCatalogue.Sm2, generator => generator.Authority());
        var twin = root.Below("CN=Middle", AlgorithmCatalogue.Sm2, generator => generator.Authority());
        var leaf = middle.Issue("CN=Leaf", Keys.Of(AlgorithmCatalogue.Sm2), generator => generator.Signer());

        Assert.Contains("Certificate 0, the signer's (CN=Leaf", Refusal([leaf]).Detail, StringComparison.Ordinal);
        Assert.Contains("issued by 'CN=Middle'", Refusal([leaf]).Detail, StringComparison.Ordinal);
        Assert.Contains("was not signed by", Refusal([leaf, twin.Certificate]).Detail, StringComparison.Ordinal);

        var stranger = Authority.Root("Stranger", AlgorithmCatalogue.RS256).Below("CN=Middle", AlgorithmCatalogue.ES256, generator => generator.Authority());
        var other = stranger.Issue("CN=Leaf", Keys.Of(AlgorithmCatalogue.Sm2), generator => generator.Signer());
        Assert.Contains("Certificate 1 (CN=Middle", Refusal([other, stranger.Certificate]).Detail, StringComparison.Ordinal);
    }

    /// <summary>GM/T 0015-2023 lets the SM2 curve stand as the algorithm itself; BouncyCastle's validator cannot read that form.</summary>
    [Fact]
    public void Keys_in_the_form_of_GMT_0015_are_taken_at_every_link()
    {
        var middle = root.Below("CN=Middle", AlgorithmCatalogue.Sm2, generator => InOtherForm(generator.Authority()));
        var leaf = middle.Issue("CN=Leaf", Keys.Of(AlgorithmCatalogue.Sm2), generator => InOtherForm(generator.Signer()));
        Assert.Equal(KeyKind.Sm2, leaf.PublicKey.Kind);
        Assert.Equal("1.2.156.10197.1.301", leaf.Parsed.CertificateStructure.SubjectPublicKeyInfo.Algorithm.Algorithm.Id);
        Assert.True(Ours([leaf, middle.Certificate], policy: null).Succeeded);

        static void InOtherForm(X509V3CertificateGenerator generator)
        {
            // The generator keeps the key that was set; only the form of its algorithm is changed.
            var set = generator.Generate(new Org.BouncyCastle.Crypto.Operators.Asn1SignatureFactory("SM3WITHSM2", Throwaway.Value)).CertificateStructure.SubjectPublicKeyInfo;
            generator.SetSubjectPublicKeyInfo(new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(Org.BouncyCastle.Asn1.GM.GMObjectIdentifiers.sm2p256v1), set.PublicKey.GetOctets()));
        }
    }

    private static readonly Lazy<Org.BouncyCastle.Crypto.AsymmetricKeyParameter> Throwaway = new(() =>
        (Org.BouncyCastle.Crypto.AsymmetricKeyParameter)new Org.BouncyCastle.OpenSsl.PemReader(new StringReader(Keys.Of(AlgorithmCatalogue.Sm2).ToPkcs8Pem())).ReadObject());

    private Certificate[] Chain(Action<X509V3CertificateGenerator> middle, Action<X509V3CertificateGenerator>? leaf = null, string subject = "CN=Leaf")
    {
        var authority = root.Below("CN=Middle", AlgorithmCatalogue.ES256, middle);
        return [authority.Issue(subject, Keys.Of(AlgorithmCatalogue.Sm2), leaf ?? (generator => generator.Signer())), authority.Certificate];
    }

    private static void Stating(X509V3CertificateGenerator generator, string[] policies)
    {
        if (policies.Length > 0)
            generator.Policies(policies);
    }

    private void AssertHolds(Certificate[] chain, string? policy = null)
    {
        var outcome = Ours(chain, policy);
        Assert.True(outcome.Succeeded, string.Join("; ", outcome.Errors));
        Assert.True(BouncyCastleAccepts(chain, policy), "BouncyCastle refuses what is accepted here.");
    }

    private void AssertRefused(string code, string link, string why, Certificate[] chain, string? policy = null)
    {
        var error = Ours(chain, policy).Error;
        Assert.Equal(code, error.Code);
        Assert.Contains(link, error.Detail, StringComparison.Ordinal);
        Assert.Contains(why, error.Detail, StringComparison.Ordinal);
        Assert.False(BouncyCastleAccepts(chain, policy), "BouncyCastle accepts what is refused here.");
    }

    private Error Refusal(Certificate[] chain) => Ours(chain, policy: null).Error;

    private Outcome<CertificatePath> Ours(Certificate[] chain, string? policy)
    {
        var anchor = new TrustAnchor("root", root.Certificate, Jurisdiction.HongKong, new HashSet<TrustPurpose> { TrustPurpose.AssertionSigning });
        return ChainVerifier.FindPath(chain, new ChainRequest(new TrustList([anchor]), Jurisdiction.HongKong, TrustPurpose.AssertionSigning,
            Clock.Start, RevocationAnswers.Empty, new RevocationPolicy(TimeSpan.Zero))
        {
            RequiredPolicies = policy is null ? new HashSet<string>() : new HashSet<string> { policy },
        });
    }

    private bool BouncyCastleAccepts(Certificate[] chain, string? policy)
    {
        var parameters = new PkixParameters(new HashSet<Org.BouncyCastle.Pkix.TrustAnchor> { new(root.Certificate.Parsed, null) })
        {
            Date = Clock.Start.UtcDateTime,
            IsRevocationEnabled = false,
        };
        if (policy is not null)
        {
            parameters.SetInitialPolicies(new HashSet<string> { policy });
            parameters.IsExplicitPolicyRequired = true;
        }

        try
        {
            new PkixCertPathValidator().Validate(new PkixCertPath([.. chain.Select(certificate => certificate.Parsed)]), parameters);
            return true;
        }
        catch (GeneralSecurityException)
        {
            return false;
        }
    }
}
