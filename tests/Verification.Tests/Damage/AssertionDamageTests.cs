using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Tests.Checks;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>A home provider whose signature holds may still say anything: it is an identity or a refusal.</summary>
public sealed class AssertionDamageTests
{
    private readonly AssertionFixture fixture = new();

    [Fact]
    public void A_signed_assertion_of_any_content_is_an_identity_or_a_refusal() =>
        DamagedJson.Of(fixture.Payload.ToJsonString()).Sample(damaged => Judge(Encoding.UTF8.GetBytes(damaged)), iter: Rounds.Some * 3);

    [Fact]
    public void A_signed_assertion_of_any_bytes_is_an_identity_or_a_refusal() =>
        DamagedBytes.Of(Encoding.UTF8.GetBytes(fixture.Payload.ToJsonString())).Sample(Judge, iter: Rounds.Some * 3);

    [Fact]
    public void An_assertion_damaged_after_it_was_signed_is_refused()
    {
        var good = fixture.Sign();
        var input = fixture.Input(good);
        DamagedBytes.Of(good).Sample(
            damaged => damaged == good || !VerificationPipeline.Verify(input with { Assertion = damaged }).Succeeded, iter: Rounds.Many);
    }

    [Fact]
    public void A_damaged_identity_in_store_is_read_or_refused()
    {
        var stored = VerifiedIdentityJson.Write(fixture.Verify().Value);
        DamagedJson.Of(stored).Sample(damaged => Read(damaged), iter: Rounds.Many);
        DamagedBytes.Of(stored).Sample(damaged => Read(damaged), iter: Rounds.Many);

        static void Read(string json)
        {
            if (VerifiedIdentityJson.Read(json).TryGetValue(out var identity))
                _ = VerifiedIdentityJson.Write(identity);
        }
    }

    [Fact]
    public void An_identity_comes_back_from_store_as_it_went_in()
    {
        var stored = VerifiedIdentityJson.Write(fixture.Verify().Value);
        Assert.Equal(stored, VerifiedIdentityJson.Write(VerifiedIdentityJson.Read(stored).Value));
        Assert.Equal("Tai Man", JsonNode.Parse(stored)!["givenName"]!.GetValue<string>());
    }

    private void Judge(byte[] payload)
    {
        var input = fixture.Input(Jws.Sign(fixture.Key, AssertionSignature.Type, payload));
        if (VerificationPipeline.Verify(input).TryGetValue(out var identity))
            _ = VerifiedIdentityJson.Read(VerifiedIdentityJson.Write(identity)).Value;
        _ = AssertionIdentifier.Read(input.Assertion, fixture.Home);
    }
}
