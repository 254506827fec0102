using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.OpenIdConnect.Endpoints;
using CrossBorder.Federation.OpenIdConnect.IdentityAssurance;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Verification.Identity;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Messages;

/// <summary>What of a verification is given for what was asked (OpenID Connect for Identity Assurance 1.0, section 6).</summary>
public sealed class VerifiedClaimsTests
{
    // A day after the resident of the test was verified.
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [Trait(Module.Trait, "ekyc-server-one-claim-with-random-value-omitted")]
    [InlineData("""{"verification":{"trust_framework":{"value":"de_aml"}},"claims":{"given_name":null}}""", 0)]
    [InlineData("""{"verification":{"trust_framework":{"values":["de_aml","urn:crossborder:trust-framework:guangdong-hongkong"]}},"claims":{"given_name":null}}""", 1)]
    [InlineData("""{"verification":{"trust_framework":null,"evidence":[{"type":{"value":"document"}}]},"claims":{"given_name":null}}""", 0)]
    [InlineData("""{"verification":{"trust_framework":null,"evidence":[{"type":{"value":"document"}},{"type":{"value":"electronic_record"}}]},"claims":{"given_name":null}}""", 1)]
    [InlineData("""{"verification":{"trust_framework":null,"assurance_level":{"value":"urn:crossborder:loa:low"}},"claims":{"given_name":null}}""", 0)]
    [InlineData("""{"verification":{"trust_framework":null,"time":{"max_age":86400}},"claims":{"given_name":null}}""", 1)]
    [InlineData("""{"verification":{"trust_framework":null,"time":{"max_age":86399}},"claims":{"given_name":null}}""", 0)]
    [InlineData("""{"verification":{"trust_framework":null,"verification_process":{"essential":true}},"claims":{"given_name":null}}""", 0)]
    [InlineData("""{"verification":{"trust_framework":null,"verification_process":null},"claims":{"given_name":null}}""", 1)]
    [InlineData("""{"verification":{"trust_framework":null},"claims":{"given_name":{"value":"Siu Ming"}}}""", 0)]
    [InlineData("""{"verification":{"trust_framework":null},"claims":{"shoe_size":null}}""", 0)]
    [InlineData("""[{"verification":{"trust_framework":{"value":"de_aml"}},"claims":{"given_name":null}},{"verification":{"trust_framework":null},"claims":{"birthdate":null}}]""", 1)]
    [InlineData("""[{"verification":{"trust_framework":null},"claims":{"given_name":null}},{"verification":{"trust_framework":null},"claims":{"birthdate":null}}]""", 2)]
    [InlineData("null", 1)]
    public void What_must_be_so_and_is_not_is_left_out_whole_and_alternatives_are_given_where_they_fit(string asked, int answers)
    {
        using var request = JsonDocument.Parse(asked);
        Assert.True(VerifiedClaimsRequest.IsWellFormed(request.RootElement));

        var given = VerifiedClaims.Of(Session("r1"), request.RootElement, Now);

        Assert.Equal(answers, given switch { null => 0, JsonArray several => several.Count, _ => 1 });
    }

    [Fact]
    public void A_claim_that_the_home_did_not_prove_is_left_out_and_the_others_are_given()
    {
        using var request = JsonDocument.Parse("""{"verification":{"trust_framework":null},"claims":{"name#zh-Hant":null,"name":null,"gender":{"value":"female"}}}""");
        var given = VerifiedClaims.Of(Session("r6"), request.RootElement, Now)!;
        Assert.Equal("""{"name":"SMITH John"}""", given["claims"]!.ToJsonString());
    }

    private static VerifiedSession Session(string login) => new(
        "session", "resident", "hk", People.Identity(login), null, "assertion", AssuranceLevel.High, ["face"], Now.AddDays(-1), Now.AddHours(1));
}
