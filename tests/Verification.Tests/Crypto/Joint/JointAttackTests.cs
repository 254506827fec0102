using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Joint;
using CrossBorder.Verification.Tests.Pki;
using CsCheck;

namespace CrossBorder.Verification.Tests.Crypto.Joint;

/// <summary>What somebody on the way could do to a message that both sides signed.</summary>
public sealed class JointAttackTests
{
    private readonly JointFixture border = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Taking_a_signature_away_does_not_lower_what_is_wanted_CB3090(int index)
    {
        var message = border.Signed();
        message["signatures"]!.AsArray().RemoveAt(index);
        Assert.Equal("CB3090", Code(message));
    }

    [Fact]
    public void Changing_the_order_changes_nothing()
    {
        var message = border.Signed();
        var signatures = message["signatures"]!.AsArray();
        var first = signatures[0];
        signatures.RemoveAt(0);
        signatures.Add(first);
        Assert.Equal(["hong-kong", "guangdong"], Verify(message, SignatureRequirement.All).Value.Signatures.Select(finding => finding.Signer));
    }

    [Fact]
    public void Another_payload_breaks_both_signatures_CB3090()
    {
        var message = border.Signed();
        message["payload"] = JointFixture.Part("{ }");
        Assert.Equal(["CB3090", "CB3004", "CB3004"], Codes(message, SignatureRequirement.Any));
    }

    [Fact]
    public void A_signature_over_another_payload_does_not_count_CB3090()
    {
        var message = border.Signed("""{"amount":1}""");
        message["signatures"]![1] = border.Signed("""{"amount":2}""")["signatures"]![1]!.DeepClone();
        Assert.Equal(["CB3090", "CB3004"], Codes(message, SignatureRequirement.All));
    }

    [Fact]
    public void A_signature_replaced_with_a_strangers_does_not_count_CB3090()
    {
        var message = border.Signed();
        message["signatures"]![0] = JointFixture.Signed([Keys.Of(AlgorithmCatalogue.Sm2)])["signatures"]![0]!.DeepClone();
        Assert.Equal(["CB3090", "CB3005"], Codes(message, SignatureRequirement.All));
    }

    [Fact]
    public void A_stranger_under_the_key_id_of_a_signer_does_not_count_CB3090()
    {
        var impostor = Keys.Of(AlgorithmCatalogue.Sm2);
        var message = border.Signed();
        message["signatures"]![0] = JointFixture.SignatureOf(impostor, Header("SGD_SM3_SM2", border.Guangdong.KeyId), "{}");
        Assert.Equal(["CB3090", "CB3004"], Codes(message, SignatureRequirement.All));
    }

    [Fact]
    public void A_signature_added_by_a_stranger_is_not_let_pass_where_all_must_hold_CB3090()
    {
        var message = JointFixture.Signed([border.Guangdong, border.HongKong, Keys.Of(AlgorithmCatalogue.ES256)]);
        Assert.Equal(["CB3090", "CB3005"], Codes(message, SignatureRequirement.All));
        Assert.True(Verify(message, SignatureRequirement.Any).Succeeded);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public void A_signer_is_not_talked_down_to_another_algorithm_CB3003(string algorithm)
    {
        var message = border.Signed();
        message["signatures"]![0] = JointFixture.SignatureOf(border.Guangdong, Header(algorithm, border.Guangdong.KeyId), "{}");
        Assert.Equal(["CB3090", "CB3003"], Codes(message, SignatureRequirement.All));
    }

    [Fact]
    public void The_algorithm_of_one_signer_is_not_taken_from_the_other_CB3003()
    {
        var message = JointFixture.Signed([SoftwareSigningKey.FromPkcs8Pem(border.HongKong.ToPkcs8Pem(), AlgorithmCatalogue.RS256).Value]);
        Assert.Equal(["CB3090", "CB3003"], Codes(message, SignatureRequirement.Any));
    }

    [Fact]
    public void One_key_twice_is_not_two_signers_CB3091()
    {
        var message = JointFixture.Signed([border.Guangdong]);
        message["signatures"]!.AsArray().Add(JointFixture.Signed([border.Guangdong])["signatures"]![0]!.DeepClone());
        Assert.Equal(["CB3091"], Codes(message, SignatureRequirement.Any));

        var sameUnderAnotherName = border.Policy(SignatureRequirement.All) with
        {
            Signers =
            [
                ExpectedSigner.Registered("one", ["SGD_SM3_SM2"], [border.Guangdong.PublicKey.WithKeyId("a")]),
                ExpectedSigner.Registered("two", ["SGD_SM3_SM2"], [border.Guangdong.PublicKey.WithKeyId("b")]),
            ],
        };
        message["signatures"]![0] = JointFixture.SignatureOf(border.Guangdong, Header("SGD_SM3_SM2", "a"), "{}");
        message["signatures"]![1] = JointFixture.SignatureOf(border.Guangdong, Header("SGD_SM3_SM2", "b"), "{}");
        Assert.Equal("CB3091", JointlySignedContent.Verify(message.ToJsonString(), sameUnderAnotherName).Error.Code);
    }

    [Fact]
    public void Another_type_does_not_count_CB3006()
    {
        var message = border.Signed();
        message["signatures"]![0] = JointFixture.SignatureOf(
            border.Guangdong, $$"""{"alg":"SGD_SM3_SM2","typ":"cross-border-receipt+jws","kid":"{{border.Guangdong.KeyId}}"}""", "{}");
        Assert.Equal(["CB3090", "CB3006"], Codes(message, SignatureRequirement.All));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{"payload":"e30","signatures":[]}""")]
    [InlineData("""{"payload":"e30","signatures":{}}""")]
    [InlineData("""{"payload":"e30","signatures":[7]}""")]
    [InlineData("""{"payload":"e30","signatures":[{"protected":"e30"}]}""")]
    [InlineData("""{"payload":"e30","signatures":[{"header":{"alg":"none"},"signature":"AA"}]}""")]
    [InlineData("""{"payload":"e30=","protected":"e30","signature":"AA"}""")]
    [InlineData("""{"payload":"e30","signature":"AA"}""")]
    [InlineData("""{"payload":7,"protected":"e30","signature":"AA"}""")]
    public void A_malformed_message_is_refused_with_CB3001(string json) =>
        Assert.Equal("CB3001", JointlySignedContent.Verify(json, border.Policy(SignatureRequirement.Any)).Error.Code);

    [Theory]
    [InlineData("payload", "e30")]
    [InlineData("header", "{}")]
    [InlineData("kid", "x")]
    public void A_signature_carries_nothing_that_is_not_signed_CB3001(string name, string text)
    {
        var message = border.Signed();
        message["signatures"]![1]![name] = text;
        Assert.Equal("CB3001", Code(message));
    }

    [Theory]
    [InlineData("protected")]
    [InlineData("signature")]
    [InlineData("header")]
    [InlineData("note")]
    public void The_two_forms_are_not_mixed_CB3001(string name)
    {
        var message = border.Signed();
        message[name] = "e30";
        Assert.Equal("CB3001", Code(message));
    }

    [Fact]
    public void A_member_twice_is_refused_with_CB3001()
    {
        var json = border.Signed().ToJsonString();
        Assert.Equal("CB3001", Code("""{"payload":"e30",""" + json[1..]));
        Assert.Equal("CB3001", Code(json[..^1] + ""","signatures":[]}"""));

        var message = border.Signed();
        message["signatures"]![0]!["protected"] = JointFixture.Part("""{"alg":"SGD_SM3_SM2","alg":"none","typ":"cross-border-test+jws"}""");
        Assert.Equal("CB3001", JointlySignedContent.Verify(message.ToJsonString(), border.Policy(SignatureRequirement.Any)).Error.Code);
    }

    [Theory]
    [InlineData("""{"alg":"SGD_SM3_SM2","typ":"cross-border-test+jws","b64":false,"crit":["b64"]}""")]
    [InlineData("""{"typ":"cross-border-test+jws"}""")]
    public void A_header_that_cannot_be_understood_spoils_the_message_CB3001(string header)
    {
        var message = border.Signed();
        message["signatures"]![0]!["protected"] = JointFixture.Part(header);
        Assert.Equal("CB3001", JointlySignedContent.Verify(message.ToJsonString(), border.Policy(SignatureRequirement.Any)).Error.Code);
    }

    [Fact]
    public void A_certificate_of_an_unknown_kind_spoils_its_own_signature_alone_CB3008()
    {
        var message = border.Signed();
        message["signatures"]![0]!["protected"] =
            JointFixture.Part("""{"alg":"SGD_SM3_SM2","typ":"cross-border-test+jws","x5c":["MAMCAQE="]}""");
        Assert.Equal("CB3008", Assert.Single(Verify(message, SignatureRequirement.Any).Value.Signatures[0].Errors).Code);
    }

    [Fact]
    public void More_signatures_than_are_looked_at_are_refused_with_CB3001()
    {
        var keys = Enumerable.Range(0, 5).Select(_ => (ISigningKey)Keys.Of(AlgorithmCatalogue.ES256)).ToList();
        Assert.Equal("CB3001", Code(JointFixture.Signed(keys)));
    }

    [Fact]
    public void Too_long_a_message_is_refused_with_CB3002() => Assert.Equal("CB3002", JointlySignedContent.Verify(
        border.Signed().ToJsonString(), border.Policy(SignatureRequirement.All) with { MaximumLength = 100 }).Error.Code);

    [Fact]
    public void Any_changed_character_is_refused_where_all_must_hold()
    {
        var json = border.Signed("""{"amount":100}""").ToJsonString();
        Gen.Select(Gen.Int[0, json.Length - 1], Gen.Char['!', '~']).Sample((index, replacement) =>
            json[index] == replacement || !JointlySignedContent.Verify(
                $"{json[..index]}{replacement}{json[(index + 1)..]}", border.Policy(SignatureRequirement.All)).Succeeded, iter: 300);
    }

    [Fact]
    public void Whatever_comes_the_answer_is_a_refusal_and_never_an_exception() => Gen.Char.Array[0, 60].Sample(
        characters => !JointlySignedContent.Verify(new string(characters), border.Policy(SignatureRequirement.Any)).Succeeded);

    private static string Header(string algorithm, string keyId) => $$"""{"alg":"{{algorithm}}","typ":"{{JointFixture.Type}}","kid":"{{keyId}}"}""";

    private string Code(JsonObject message) => Code(message.ToJsonString());

    private string Code(string json) => JointlySignedContent.Verify(json, border.Policy(SignatureRequirement.All)).Error.Code;

    private IEnumerable<string> Codes(JsonObject message, SignatureRequirement requirement) =>
        Verify(message, requirement).Errors.Select(error => error.Code);

    private CrossBorder.Verification.Outcomes.Outcome<JointlySignedContent> Verify(JsonObject message, SignatureRequirement requirement) =>
        JointlySignedContent.Verify(message.ToJsonString(), border.Policy(requirement));
}
