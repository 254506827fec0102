using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto.Joint;
using CrossBorder.Verification.Tests.Crypto.Joint;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>Whatever became of a message with several signatures on its way, it says what both signed or is refused with a code.</summary>
public sealed class JointMessageDamageTests
{
    private const string Payload = """{"case":"C-1"}""";
    private readonly JointFixture border = new();

    [Fact]
    public void A_damaged_joint_message_says_what_was_signed_or_is_refused_with_a_code()
    {
        var good = border.Signed(Payload).ToJsonString();
        var flattened = Flattened(good);
        DamagedBytes.Of(good).Sample(damaged => Judge(damaged, SignatureRequirement.All), iter: Rounds.Some);
        DamagedBytes.Of(flattened).Sample(damaged => Judge(damaged, SignatureRequirement.Any), iter: Rounds.Some);
        DamagedJson.Of(good).Sample(damaged => Judge(damaged, SignatureRequirement.Any), iter: Rounds.Some);
        DamagedJson.Of(flattened).Sample(damaged => Judge(damaged, SignatureRequirement.Any), iter: Rounds.Some);
    }

    [Fact]
    public void A_signed_header_of_any_content_is_taken_or_refused_with_a_code()
    {
        var header = $$"""{"alg":"SGD_SM3_SM2","typ":"{{JointFixture.Type}}","kid":"{{border.Guangdong.KeyId}}","x5c":["MIIB"],"crit":["exp"],"exp":1}""";
        DamagedJson.Of(header).Sample(damaged =>
        {
            var message = border.Signed(Payload);
            message["signatures"]![0] = JointFixture.SignatureOf(border.Guangdong, damaged, Payload);
            Judge(message.ToJsonString(), SignatureRequirement.All);
        }, iter: Rounds.Some);
    }

    [Fact]
    public void Any_text_at_all_is_no_joint_message() =>
        Gen.String.Sample(text => !JointlySignedContent.Verify(text, border.Policy(SignatureRequirement.Any)).Succeeded, iter: Rounds.Many);

    [Fact]
    public void A_joint_message_nested_without_end_or_too_long_is_refused_CB3001_CB3002()
    {
        var policy = border.Policy(SignatureRequirement.Any);
        foreach (var level in new[] { "[", "{\"a\":", "{\"signatures\":[" })
        {
            var deep = string.Concat(Enumerable.Repeat(level, 4_000));
            Assert.Equal("CB3001", JointlySignedContent.Verify(deep, policy).Error.Code);
            Assert.Equal("CB3001", JointlySignedContent.Verify($$"""{"payload":"","signatures":{{deep}}}""", policy).Error.Code);
        }

        var many = border.Signed(Payload);
        many["signatures"] = new JsonArray([.. Enumerable.Repeat(0, 1_000).Select(_ => (JsonNode)new JsonObject())]);
        Assert.Equal("CB3001", JointlySignedContent.Verify(many.ToJsonString(), policy).Error.Code);
        Assert.Equal("CB3002", JointlySignedContent.Verify(new string('[', policy.MaximumLength + 1), policy).Error.Code);
    }

    private void Judge(string json, SignatureRequirement requirement)
    {
        var outcome = JointlySignedContent.Verify(json, border.Policy(requirement));
        if (outcome.TryGetValue(out var content))
            Assert.Equal(Payload, Encoding.UTF8.GetString(content.Payload.Span));
        else
            Assert.All(outcome.Errors, error => Assert.StartsWith("CB30", error.Code, StringComparison.Ordinal));
    }

    private static string Flattened(string general)
    {
        var message = JsonNode.Parse(general)!.AsObject();
        var first = message["signatures"]![0]!;
        return new JsonObject
        {
            ["payload"] = message["payload"]!.DeepClone(), ["protected"] = first["protected"]!.DeepClone(), ["signature"] = first["signature"]!.DeepClone(),
        }.ToJsonString();
    }
}
