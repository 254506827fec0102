using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Evidence;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Tests.Checks;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Evidence;

/// <summary>An application that its resident confirmed by a fresh sign-in, judged offline: by that sign-in's level, audience, person and certificate.</summary>
public sealed class ConfirmationEvidenceTests
{
    private const string Hub = "http://localhost:5080/";
    private const string Low = "urn:crossborder:loa:low", Substantial = "urn:crossborder:loa:substantial", High = "urn:crossborder:loa:high";
    private static readonly DateTimeOffset Confirmed = Clock.Start.AddMinutes(2);

    private readonly AssertionFixture home = new();
    private readonly Place guangdong = new("Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.HubSigning);
    private readonly SoftwareSigningKey hub;

    public ConfirmationEvidenceTests() => hub = guangdong.Signer(AlgorithmCatalogue.Sm2, new LeafRequest { Purpose = TrustPurpose.HubSigning, Uri = Hub });

    private TrustList Trust => new([home.HongKong.Anchor, guangdong.Anchor]);

    [Fact]
    public void A_confirmation_by_a_sign_in_as_strong_as_it_says_holds()
    {
        var report = EvidenceVerifier.Verify(Package(Fresh(), stated: High, needed: Substantial), Trust);
        Assert.Empty(report.Failures);
        Assert.Contains(report.Proved, sentence => sentence.StartsWith("The applicant confirmed the application", StringComparison.Ordinal) && sentence.EndsWith($"({High}).", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Substantial, High, Substantial)] // the hub states more than the home vouched for
    [InlineData(High, Substantial, High)] // less than the item asks for
    [InlineData(Low, Low, null)] // and never as little as this
    public void A_sign_in_that_is_weaker_than_stated_or_needed_is_refused_with_CB3061(string acr, string stated, string? needed) =>
        Refused("CB3061", Package(Fresh(("acr", acr)), stated, needed));

    [Fact]
    public void A_sign_in_that_was_made_for_another_audience_is_refused_with_CB3061() =>
        Refused("CB3061", Package(Fresh(("aud", "another-service")), High, Substantial));

    [Fact]
    public void A_sign_in_of_somebody_else_is_refused_with_CB3061() =>
        Refused("CB3061", Package(Fresh(("sub", "r2-subject")), High, Substantial));

    [Fact]
    public void A_level_that_the_home_never_agreed_on_is_refused_with_CB3028() =>
        Refused("CB3028", Package(Fresh(("acr", "very-sure-indeed")), High, Substantial));

    [Fact]
    public void A_home_that_names_levels_in_its_own_words_is_judged_by_what_was_agreed()
    {
        var agreed = home.Home with { Levels = new Dictionary<string, AssuranceLevel> { ["loa3"] = AssuranceLevel.High, ["loa2"] = AssuranceLevel.Substantial } };
        Assert.Empty(EvidenceVerifier.Verify(Package(Fresh(("acr", "loa3")), High, High, agreed), Trust).Failures);
        Refused("CB3061", Package(Fresh(("acr", "loa2")), High, High, agreed));
    }

    [Fact]
    public void A_confirmation_still_holds_after_the_home_changed_its_certificate()
    {
        var first = home.Sign();
        var successor = home.HongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest { Uri = AssertionFixture.Issuer });
        Assert.Empty(EvidenceVerifier.Verify(Package(Fresh(successor), High, Substantial, first: first), Trust).Failures);
    }

    private void Refused(string code, string package)
    {
        var failure = Assert.Single(EvidenceVerifier.Verify(package, Trust).Failures);
        Assert.Equal(code, failure.Code);
        Assert.StartsWith("/signing", failure.Pointer, StringComparison.Ordinal);
    }

    private string Fresh(params (string Name, string Value)[] changes) => Fresh(home.Key, changes);

    /// <summary>The assertion of the sign-in that confirms, later than the first.</summary>
    private string Fresh(SoftwareSigningKey key, params (string Name, string Value)[] changes)
    {
        var payload = home.Payload.DeepClone().AsObject();
        payload["jti"] = "j-2";
        payload["auth_time"] = Confirmed.AddMinutes(-1).ToUnixTimeSeconds();
        foreach (var (name, value) in changes)
            payload[name] = value;
        return Jws.Sign(key, AssertionSignature.Type, Encoding.UTF8.GetBytes(payload.ToJsonString()));
    }

    private string Package(string fresh, string stated, string? needed, HomePolicy? agreed = null, string? first = null)
    {
        const string Document = """{"type":"cross-border-application-to-sign/1","parts":[{"item":"i"}]}""";
        var digest = Digests.Sha256(Encoding.UTF8.GetBytes(Document));
        var statement = new JsonObject
        {
            ["digest"] = digest, ["acr"] = stated, ["assertion"] = Digests.Sha256(Encoding.ASCII.GetBytes(fresh)),
        };
        if (needed is not null)
            statement["needed"] = needed;
        return EvidencePackage.Create(new EvidenceContents
        {
            CaseNumber = "C-1",
            Hub = Hub,
            Assertion = first ?? home.Sign(),
            Home = agreed ?? home.Home,
            VerifiedAt = Clock.Start.AddSeconds(5),
            Consent = """{"text":"同意"}""",
            Application = $$"""{"item":"i","signing":{"digest":"{{digest}}"},"parts":[{"item":"i"}]}""",
            SubmittedAt = Clock.Start.AddMinutes(3),
            Deliveries = [],
            TrustList = Trust,
            RevocationAnswers = new RevocationAnswers([.. home.HongKong.Lists, .. guangdong.Lists]),
            Signing = new EvidenceSigning
            {
                Document = Document, VerifiedAt = Confirmed, Assertion = fresh,
                Confirmation = Jws.Sign(hub, "cross-border-confirmation+jws", Encoding.UTF8.GetBytes(statement.ToJsonString())),
            },
        }, hub, Clock.Start.AddHours(2));
    }
}
