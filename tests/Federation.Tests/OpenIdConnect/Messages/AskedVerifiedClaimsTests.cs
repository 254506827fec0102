using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Messages;

/// <summary>Plan eKYC: the forms in which verified claims are asked for, and what comes at userinfo and in the encrypted id token.</summary>
[Collection(nameof(MessageParties))]
public sealed class AskedVerifiedClaimsTests(MessageParties parties)
{
    [Theory]
    [Trait(Module.Trait, "ekyc-server-happypath, ekyc-server-happypath-emptyobject, ekyc-server-happypath-essentialfalse, ekyc-server-unknown-claim-omitted, ekyc-server-unknown-essential-claim-omitted, ekyc-server-unknown-claim-specialchars-omitted")]
    [InlineData("""{"birthdate":null}""")]
    [InlineData("""{"birthdate":{}}""")]
    [InlineData("""{"birthdate":{"essential":false}}""")]
    [InlineData("""{"birthdate":null,"a3c1e0f2":null}""")]
    [InlineData("""{"birthdate":null,"a3c1e0f2":{"essential":true}}""")]
    [InlineData("""{"birthdate":null,"claim%1/a&,.b":null}""")]
    public async Task A_claim_is_given_in_both_places_however_it_is_asked_for_and_an_unknown_one_is_left_out(string claims)
    {
        using var browser = SandboxFixture.NewBrowser();
        var (idToken, userInfo) = await AskAsync($$"""{"verification":{"trust_framework":null},"claims":{{claims}}}""", browser);
        foreach (var place in new[] { idToken, userInfo })
        {
            var verified = place.GetProperty("verified_claims");
            Assert.Equal("""{"birthdate":"1990-01-01"}""", verified.GetProperty("claims").GetRawText());
            Assert.Equal("""{"trust_framework":"urn:crossborder:trust-framework:guangdong-hongkong"}""", verified.GetProperty("verification").GetRawText());
        }
    }

    [Fact]
    [Trait(Module.Trait, "ekyc-server-one-claim-with-random-value-omitted")]
    public async Task A_claim_that_is_not_what_it_must_be_leaves_nothing()
    {
        using var browser = SandboxFixture.NewBrowser();
        var (idToken, userInfo) = await AskAsync("""{"verification":{"trust_framework":null},"claims":{"birthdate":{"value":"6d0a3a0c"}}}""", browser);
        Assert.False(idToken.TryGetProperty("verified_claims", out _));
        Assert.False(userInfo.TryGetProperty("verified_claims", out _));
    }

    [Fact]
    [Trait(Module.Trait, "ekyc-server-testbasedonuserinfo-defaults")]
    public async Task Who_asks_for_each_member_that_there_is_gets_all_of_it_as_it_is()
    {
        // In one sign-in: another would tell other times.
        using var browser = SandboxFixture.NewBrowser();
        var all = (await AskAsync("null", browser)).UserInfo.GetProperty("verified_claims").GetRawText();
        var (_, again) = await AskAsync(Wish(JsonNode.Parse(all))!.ToJsonString(), browser);
        Assert.Equal(all, again.GetProperty("verified_claims").GetRawText());
    }

    /// <summary>Null for each value, in the shape of what there is.</summary>
    private static JsonNode? Wish(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Wish(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Wish)]),
        _ => null,
    };

    private async Task<(JsonElement IdToken, JsonElement UserInfo)> AskAsync(string verified, ResidentBrowser browser)
    {
        using var client = new RelyingPartyClient(parties.Ports, "yueshengshi") { Scope = "openid" };
        var asked = $$$"""{"id_token":{"verified_claims":{{{verified}}}},"userinfo":{"verified_claims":{{{verified}}}}}""";
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1", ("claims", asked))).Code);
        Assert.True(tokens.Status == 200, tokens.Json.ToString());
        return (await parties.DecryptedAsync(tokens.IdToken, "yueshengshi", "RS256"), (await client.UserInfoAsync(tokens.AccessToken)).Json);
    }
}
