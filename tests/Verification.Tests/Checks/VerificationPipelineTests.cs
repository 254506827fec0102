using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using CsCheck;

namespace CrossBorder.Verification.Tests.Checks;

public sealed class VerificationPipelineTests
{
    private readonly AssertionFixture fixture = new();

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    [InlineData("SGD_SM3_SM2")]
    public void A_good_assertion_gives_a_verified_identity(string name)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        var identity = new AssertionFixture(algorithm).Verify().Value;

        Assert.Equal(AssertionFixture.Issuer, identity.Home);
        Assert.Equal("CHAN Tai Man", identity.Name.Latin);
        Assert.Equal("陳大文", identity.Name.HanTraditional);
        Assert.Equal(new DateOnly(1990, 1, 1), identity.Birthdate);
        Assert.Equal([new("hkid", "A123456(3)"), new("home_return_permit", "H12345678")], identity.Documents);
        Assert.Equal(AssuranceLevel.High, identity.Assurance);
        Assert.Equal(["face", "pin"], identity.AuthenticationMethods);
        Assert.Equal(Jurisdiction.HongKong, identity.Jurisdiction);
        Assert.StartsWith("sha256:", identity.AssertionDigest, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verified_identity_survives_our_storage()
    {
        var identity = fixture.Verify().Value;
        var restored = VerifiedIdentityJson.Read(VerifiedIdentityJson.Write(identity)).Value;
        Assert.Equivalent(identity, restored, strict: true);
        fixture.Person.Remove("name_zh_hant");
        fixture.Person.Remove("phone_number");
        Assert.Null(VerifiedIdentityJson.Read(VerifiedIdentityJson.Write(fixture.Verify().Value)).Value.Name.HanTraditional);
        Assert.Equal("CB3029", VerifiedIdentityJson.Read("{}").Error.Code);
    }

    [Fact]
    public void An_unsigned_assertion_is_refused_with_CB3003()
    {
        var parts = fixture.Sign().Split('.');
        var header = Convert.ToBase64String("""{"alg":"none","typ":"cross-border-identity+jws"}"""u8).TrimEnd('=');
        Assert.Equal("CB3003", Codes(fixture.Input($"{header}.{parts[1]}.")));
    }

    [Fact]
    public void An_algorithm_not_agreed_with_this_home_is_refused_with_CB3003() =>
        Assert.Equal("CB3003", Codes(fixture.Input() with { Home = fixture.Home with { Algorithms = ["RS256"] } }));

    [Fact]
    public void A_changed_assertion_is_refused_with_CB3004()
    {
        var parts = fixture.Sign().Split('.');
        fixture.Payload["acr"] = "urn:crossborder:loa:low";
        Assert.Equal("CB3004", Codes(fixture.Input($"{parts[0]}.{fixture.Sign().Split('.')[1]}.{parts[2]}")));
    }

    [Fact]
    public void An_assertion_without_certificates_is_refused_with_CB3005() =>
        Assert.Equal("CB3005", Codes(fixture.Input(fixture.Sign(Keys.Of(AlgorithmCatalogue.ES256)))));

    [Fact]
    public void Another_kind_of_message_is_refused_with_CB3006() =>
        Assert.Equal("CB3006", Codes(fixture.Input(fixture.Sign(type: ReceiptVerification.Type))));

    [Fact]
    public void An_assertion_under_an_unknown_root_is_refused_with_CB3010()
    {
        var stranger = new AssertionFixture();
        Assert.Equal("CB3010", Codes(fixture.Input(stranger.Sign())));
    }

    [Fact]
    public void An_assertion_of_another_jurisdiction_is_refused_with_CB3011()
    {
        var guangdong = new Place("Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.AssertionSigning);
        var key = guangdong.Signer(AlgorithmCatalogue.Sm2, new LeafRequest { Uri = AssertionFixture.Issuer });
        Assert.Equal("CB3011", Codes(fixture.Input(fixture.Sign(key)) with
        {
            TrustList = new TrustList([fixture.HongKong.Anchor, guangdong.Anchor]),
            RevocationAnswers = new RevocationAnswers([.. fixture.HongKong.Lists, .. guangdong.Lists]),
        }));
    }

    [Fact]
    public void A_receipt_signer_that_signs_an_assertion_is_refused_with_CB3012() => Assert.Equal("CB3012", Codes(fixture.Input(fixture.Sign(
        fixture.HongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest { Uri = AssertionFixture.Issuer, Purpose = TrustPurpose.ReceiptSigning })))));

    [Fact]
    public void A_revoked_signer_is_refused_with_CB3013()
    {
        fixture.HongKong.Issuing.Revoke(fixture.Key.Chain[0], Clock.Start.AddDays(-1));
        Assert.Equal("CB3013", Codes(fixture.Input()));
    }

    [Fact]
    public void Without_revocation_lists_it_is_refused_with_CB3014() =>
        Assert.Equal("CB3014", Codes(fixture.Input() with { RevocationAnswers = RevocationAnswers.Empty }));

    [Fact]
    public void With_stale_revocation_lists_it_is_refused_with_CB3015()
    {
        var stale = fixture.HongKong.Issuing.List(nextUpdate: Clock.Start.AddDays(-1));
        Assert.Equal("CB3015", Codes(fixture.Input() with { RevocationAnswers = new RevocationAnswers([fixture.HongKong.Root.List(), stale]) }));
    }

    [Fact]
    public void Another_issuer_is_refused_with_CB3020()
    {
        fixture.Payload["iss"] = "http://localhost:5099/";
        Assert.Equal("CB3020", Codes(fixture.Input()));
    }

    [Fact]
    public void A_certificate_that_does_not_name_the_issuer_is_refused_with_CB3021() => Assert.Equal("CB3021", Codes(fixture.Input(fixture.Sign(
        fixture.HongKong.Signer(AlgorithmCatalogue.ES256, new LeafRequest { Uri = "http://localhost:5099/" })))));

    [Theory]
    [InlineData("\"another-hub\"")]
    [InlineData("[\"cross-border-hub\",\"another-hub\"]")]
    [InlineData("[]")]
    public void Another_audience_or_several_are_refused_with_CB3022(string audience)
    {
        fixture.Payload["aud"] = JsonNode.Parse(audience);
        Assert.Equal("CB3022", Codes(fixture.Input()));
    }

    [Theory]
    [InlineData("n-2")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_or_no_nonce_is_refused_with_CB3023(string? nonce)
    {
        fixture.Payload["nonce"] = nonce;
        Assert.Equal("CB3023", Codes(fixture.Input()));
    }

    [Fact]
    public void An_empty_expected_nonce_never_matches_CB3023()
    {
        fixture.Payload["nonce"] = "";
        Assert.Equal("CB3023", Codes(fixture.Input() with { ExpectedNonce = "" }));
    }

    [Fact]
    public void An_expired_assertion_is_refused_with_CB3024()
    {
        Assert.Equal("CB3024", Codes(fixture.Input() with { Now = Clock.Start.AddMinutes(5).AddSeconds(30) }));
        Assert.Equal("", Codes(fixture.Input() with { Now = Clock.Start.AddMinutes(5).AddSeconds(29) }));
    }

    [Fact]
    public void An_assertion_older_than_agreed_is_refused_with_CB3024_though_it_has_not_expired()
    {
        fixture.Payload["exp"] = Clock.Start.AddDays(1).ToUnixTimeSeconds();
        Assert.Equal("CB3024", Codes(fixture.Input() with { Now = Clock.Start.AddMinutes(6) }));
    }

    [Theory]
    [InlineData("iat")]
    [InlineData("nbf")]
    [InlineData("auth_time")]
    public void An_assertion_of_the_future_is_refused_with_CB3025(string member)
    {
        fixture.Payload[member] = Clock.Start.AddMinutes(2).ToUnixTimeSeconds();
        Assert.Equal("CB3025", Codes(fixture.Input()));
    }

    [Fact]
    public void A_replayed_assertion_is_refused_with_CB3026() => Assert.Equal("CB3026", Codes(fixture.Input() with { SeenBefore = true }));

    [Fact]
    public void Too_low_an_assurance_is_refused_with_CB3027()
    {
        fixture.Payload["acr"] = AssuranceLevel.Substantial.ToUrn();
        Assert.Equal("CB3027", Codes(fixture.Input()));
        Assert.Equal("", Codes(fixture.Input() with { Required = AssuranceLevel.Substantial }));
    }

    [Theory]
    [InlineData("urn:crossborder:loa:HIGH")]
    [InlineData("high")]
    [InlineData(null)]
    public void An_unknown_assurance_is_refused_with_CB3028(string? acr)
    {
        fixture.Payload["acr"] = acr;
        Assert.Equal("CB3028", Codes(fixture.Input() with { Required = AssuranceLevel.Low }));
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("sub")]
    [InlineData("jti")]
    [InlineData("iat")]
    [InlineData("exp")]
    [InlineData("auth_time")]
    [InlineData("identity")]
    public void A_missing_member_is_refused_with_CB3029_and_its_pointer(string member)
    {
        fixture.Payload.Remove(member);
        var outcome = fixture.Verify();
        Assert.Equal("CB3029", outcome.Error.Code);
        Assert.Equal("/" + member, outcome.Error.Pointer);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"iss":"a","iss":"b"}""")]
    [InlineData("""{"iss":"\ud800"}""")]
    [InlineData("""{"exp":1e300}""")]
    public void A_malformed_payload_is_refused_with_CB3029(string payload) => Assert.Equal("CB3029",
        Codes(fixture.Input(Jws.Sign(fixture.Key, AssertionSignature.Type, Encoding.UTF8.GetBytes(payload)))));

    [Theory]
    [InlineData("family_name", "\"\"", "CB3034")]
    [InlineData("family_name", "\"CHAN<script>\"", "CB3034")]
    [InlineData("given_name", "null", "CB3034")]
    [InlineData("given_name", "\"Tai\\u0000Man\"", "CB3034")]
    [InlineData("name_zh_hant", "\"Chan\"", "CB3034")]
    [InlineData("birthdate", "\"1990-02-30\"", "CB3035")]
    [InlineData("birthdate", "\"2099-01-01\"", "CB3035")]
    [InlineData("birthdate", "19900101", "CB3035")]
    [InlineData("gender", "\"X\"", "CB3036")]
    [InlineData("phone_number", "\"51230001\"", "CB3037")]
    [InlineData("email", "\"r1@@example.test\"", "CB3037")]
    [InlineData("documents", "[]", "CB3038")]
    [InlineData("documents", "[{\"type\":\"passport\",\"number\":\"K1\"}]", "CB3038")]
    [InlineData("documents", "[7]", "CB3038")]
    [InlineData("documents", "[{\"type\":\"hkid\",\"number\":\"A123456(3)\"},{\"type\":\"hkid\",\"number\":\"G123456(A)\"}]", "CB3038")]
    [InlineData("documents", "[{\"type\":\"hkid\",\"number\":\"A123456(4)\"}]", "CB3030")]
    [InlineData("documents", "[{\"type\":\"home_return_permit\",\"number\":\"X12345678\"}]", "CB3031")]
    [InlineData("documents", "[{\"type\":\"residence_permit\",\"number\":\"810000199001010018\"}]", "CB3032")]
    [InlineData("documents", "[{\"type\":\"residence_permit\",\"number\":\"810000198506153520\"}]", "CB3035")]
    public void A_wrong_attribute_is_refused_with_its_code(string member, string value, string code)
    {
        fixture.Person[member] = JsonNode.Parse(value);
        Assert.Equal(code, Codes(fixture.Input()));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        fixture.Payload["aud"] = "another-hub";
        fixture.Payload["nonce"] = "n-2";
        fixture.Person["gender"] = "X";
        Assert.Equal("CB3022 CB3023 CB3036", Codes(fixture.Input()));
    }

    [Fact]
    public void A_refusal_never_repeats_what_the_assertion_says_of_the_person()
    {
        fixture.Person["birthdate"] = "1990-02-30";
        fixture.Person["documents"] = JsonNode.Parse("""[{"type":"hkid","number":"A123456(4)"}]""");
        fixture.Person["email"] = "r1@@example.test";
        var text = string.Join("\n", fixture.Verify().Errors);
        Assert.DoesNotContain("1990", text, StringComparison.Ordinal);
        Assert.DoesNotContain("A123456", text, StringComparison.Ordinal);
        Assert.DoesNotContain("r1@", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_dropped_member_gives_a_refusal_or_an_identity_and_never_an_exception() => Gen.Int[0, 20].Sample(index =>
    {
        var spoilt = new AssertionFixture();
        var members = spoilt.Payload.Select(member => member.Key).Concat(spoilt.Person.Select(member => "identity/" + member.Key)).ToList();
        var path = members[index % members.Count];
        if (path.StartsWith("identity/", StringComparison.Ordinal))
            spoilt.Person[path[9..]] = JsonNode.Parse("{}");
        else
            spoilt.Payload[path] = JsonNode.Parse("[{}]");
        _ = spoilt.Verify();
    }, iter: 40);

    [Fact]
    public void The_identifier_is_read_for_the_replay_guard()
    {
        var identifier = AssertionIdentifier.Read(fixture.Sign(), fixture.Home).Value;
        Assert.Equal(new AssertionIdentifier(AssertionFixture.Issuer, "j-1", Clock.Start.AddMinutes(5)), identifier);
        Assert.Equal("CB3020", AssertionIdentifier.Read(fixture.Sign(), fixture.Home with { Issuer = "x" }).Error.Code);
    }

    [Fact]
    public void Every_rule_is_described()
    {
        Assert.Equal(CheckList.Descriptors.Count, CheckList.Descriptors.Select(descriptor => descriptor.Name).Distinct().Count());
        Assert.All(CheckList.Descriptors, descriptor => Assert.NotEmpty(descriptor.Refusals));
        Assert.Contains(CheckList.Descriptors, descriptor => descriptor.Refusals.Contains(ErrorCatalogue.AssertionReplayed));
    }

    private static string Codes(AssertionVerification input) => AssertionFixture.Codes(VerificationPipeline.Verify(input));
}
