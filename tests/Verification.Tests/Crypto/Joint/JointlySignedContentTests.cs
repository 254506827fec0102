using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Joint;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Crypto.Joint;

public sealed class JointlySignedContentTests
{
    private readonly JointFixture border = new();

    public static TheoryData<string> Requirements => ["any", "all", "signer", "algorithm", "key", "place", "every"];

    [Theory]
    [MemberData(nameof(Requirements))]
    public void What_both_sides_signed_meets_every_requirement(string name)
    {
        var content = JointlySignedContent.Verify(border.Signed("""{"case":1}""").ToJsonString(), border.Policy(Requirement(name))).Value;
        Assert.Equal("""{"case":1}""", Encoding.UTF8.GetString(content.Payload.Span));
        Assert.Equal(["guangdong", "hong-kong"], content.Signatures.Select(finding => finding.Signer));
        Assert.All(content.Signatures, finding => Assert.True(finding.Held));
    }

    [Theory]
    [InlineData("any", true)]
    [InlineData("all", false)]
    [InlineData("signer", false)]
    [InlineData("algorithm", false)]
    [InlineData("key", false)]
    [InlineData("place", false)]
    [InlineData("every", false)]
    public void What_Hong_Kong_alone_signed_meets_any_and_nothing_that_wants_Guangdong_CB3090(string name, bool meets)
    {
        var outcome = JointlySignedContent.Verify(JointFixture.Signed([border.HongKong]).ToJsonString(), border.Policy(Requirement(name)));
        Assert.Equal(meets, outcome.Succeeded);
        if (!meets)
            Assert.Equal("CB3090", outcome.Error.Code);
    }

    [Fact]
    public void The_result_tells_why_the_other_signature_does_not_count()
    {
        var stranger = Keys.Of(AlgorithmCatalogue.ES256);
        var content = JointlySignedContent.Verify(
            JointFixture.Signed([stranger, border.Guangdong]).ToJsonString(), border.Policy(SignatureRequirement.Any)).Value;

        var other = content.Signatures[0];
        Assert.False(other.Held);
        Assert.Null(other.Key);
        Assert.Equal("CB3005", Assert.Single(other.Errors).Code);
        Assert.Equal("/signatures/0", other.Errors[0].Pointer);
        Assert.Equal((1, "SGD_SM3_SM2", Jurisdiction.Guangdong), (content.Signatures[1].Index, content.Signatures[1].Algorithm, content.Signatures[1].Jurisdiction));
    }

    [Fact]
    public void A_refusal_tells_it_too()
    {
        var message = border.Signed();
        message["signatures"]![1]!["signature"] = message["signatures"]![0]!["signature"]!.GetValue<string>();
        var errors = JointlySignedContent.Verify(message.ToJsonString(), border.Policy(SignatureRequirement.All)).Errors;
        Assert.Equal([("CB3090", null), ("CB3004", "/signatures/1")], errors.Select(error => (error.Code, error.Pointer)));
    }

    [Fact]
    public void A_flattened_message_is_one_with_one_signature()
    {
        var json = Jws.SignFlattenedJson(border.Guangdong, JointFixture.Type, "{}"u8);
        Assert.False(JsonDocument.Parse(json).RootElement.TryGetProperty("signatures", out _));
        Assert.True(JointlySignedContent.Verify(json, border.Policy(Requirement("place"))).Succeeded);
        Assert.Equal("CB3090", JointlySignedContent.Verify(json, border.Policy(SignatureRequirement.All)).Error.Code);
    }

    [Fact]
    public void A_compact_message_becomes_a_flattened_one_by_its_parts()
    {
        var parts = Jws.Sign(border.Guangdong, JointFixture.Type, "{}"u8).Split('.');
        var json = new JsonObject { ["payload"] = parts[1], ["protected"] = parts[0], ["signature"] = parts[2] }.ToJsonString();
        Assert.True(JointlySignedContent.Verify(json, border.Policy(SignatureRequirement.Any)).Succeeded);
    }

    [Fact]
    public void A_signer_may_have_its_old_and_its_new_key_and_counts_as_one()
    {
        var next = Keys.Of(AlgorithmCatalogue.ES256);
        var policy = border.Policy(SignatureRequirement.All);
        policy = policy with
        {
            Signers = [policy.Signers[0], ExpectedSigner.Registered("hong-kong", ["PS256", "ES256"], [border.HongKong.PublicKey, next.PublicKey])],
        };
        Assert.True(JointlySignedContent.Verify(JointFixture.Signed([border.Guangdong, next]).ToJsonString(), policy).Succeeded);
        Assert.True(JointlySignedContent.Verify(JointFixture.Signed([border.Guangdong, border.HongKong, next]).ToJsonString(), policy).Succeeded);
        Assert.Equal("CB3090", JointlySignedContent.Verify(JointFixture.Signed([border.HongKong, next]).ToJsonString(), policy).Error.Code);
    }

    [Fact]
    public void A_signer_may_be_known_by_certificates_of_its_place()
    {
        var place = SomePlace();
        var certified = place.Signer(AlgorithmCatalogue.Sm2, new LeafRequest());
        var policy = border.Policy(SignatureRequirement.ByJurisdiction(Jurisdiction.Guangdong)) with
        {
            Signers = [ExpectedSigner.Certified("guangdong", ["SGD_SM3_SM2"], Request(place))],
        };
        var held = JointlySignedContent.Verify(JointFixture.Signed([border.HongKong, certified]).ToJsonString(), policy).Value.Signatures[1];
        Assert.Equal(Jurisdiction.Guangdong, held.Jurisdiction);
        Assert.NotNull(held.Chain);

        var impostor = SomePlace().Signer(AlgorithmCatalogue.Sm2, new LeafRequest());
        Assert.Equal(["CB3090", "CB3010"], JointlySignedContent.Verify(JointFixture.Signed([impostor]).ToJsonString(), policy).Errors.Select(error => error.Code));
    }

    [Fact]
    public void To_sign_with_no_key_or_with_one_twice_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => Jws.SignJson([], JointFixture.Type, "{}"u8));
        Assert.Throws<ArgumentException>(() => Jws.SignJson([border.Guangdong, border.Guangdong], JointFixture.Type, "{}"u8));
        Assert.Throws<ArgumentException>(() => SignatureRequirement.Every());
        Assert.Throws<ArgumentException>(() => ExpectedSigner.Registered("nobody", ["ES256"], []));
    }

    private static Place SomePlace() =>
        new("Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.AssertionSigning);

    private static ChainRequest Request(Place place) => new(
        new TrustList([place.Anchor]), Jurisdiction.Guangdong, TrustPurpose.AssertionSigning, Clock.Start,
        new RevocationAnswers([.. place.Lists]), new RevocationPolicy(TimeSpan.FromHours(1)));

    private SignatureRequirement Requirement(string name) => name switch
    {
        "any" => SignatureRequirement.Any,
        "all" => SignatureRequirement.All,
        "signer" => SignatureRequirement.BySigner("guangdong"),
        "algorithm" => SignatureRequirement.ByAlgorithm(AlgorithmCatalogue.Sm2),
        "key" => SignatureRequirement.ByKey(border.Guangdong.PublicKey),
        "place" => SignatureRequirement.ByJurisdiction(Jurisdiction.Guangdong),
        _ => SignatureRequirement.Every(SignatureRequirement.ByJurisdiction(Jurisdiction.HongKong), SignatureRequirement.ByJurisdiction(Jurisdiction.Guangdong)),
    };
}
