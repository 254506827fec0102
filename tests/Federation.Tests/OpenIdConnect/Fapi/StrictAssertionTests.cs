using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Fapi;

/// <summary>Plan FAPI 2.0 Security Profile: how clients prove themselves.</summary>
[Collection(FapiHubs.Name)]
public sealed class StrictAssertionTests(FapiHub sandbox)
{
    private static readonly Dictionary<string, Action<JsonObject, JsonObject, string>> Faults = new(StringComparer.Ordinal)
    {
        ["aud is the token end point"] = (_, payload, issuer) => payload["aud"] = issuer + "connect/token",
        ["aud is the end point itself"] = (_, payload, issuer) => payload["aud"] = issuer + "connect/par",
        ["aud is an array"] = (_, payload, issuer) => payload["aud"] = new JsonArray(issuer),
        ["aud is an array of two"] = (_, payload, issuer) => payload["aud"] = new JsonArray(issuer, issuer + "connect/token"),
        ["aud lacks the slash"] = (_, payload, issuer) => payload["aud"] = issuer.TrimEnd('/'),
        ["aud is missing"] = (_, payload, _) => payload.Remove("aud"),
        ["sub is missing"] = (_, payload, _) => payload.Remove("sub"),
        ["sub is another"] = (_, payload, _) => payload["sub"] = "yueshengshi",
        ["iss is another"] = (_, payload, _) => payload["iss"] = "fapi-sm2-rp",
        ["exp is missing"] = (_, payload, _) => payload.Remove("exp"),
        ["exp is five minutes ago"] = (_, payload, _) => payload["exp"] = Now - 300,
        ["exp is a second ago"] = (_, payload, _) => payload["exp"] = Now - 1,
        ["nbf is ahead"] = (_, payload, _) => payload["nbf"] = Now + 65,
        ["iat is ahead"] = (_, payload, _) => payload["iat"] = Now + 65,
        ["alg is none"] = (header, _, _) => header["alg"] = "none",
        ["alg is not the key's"] = (header, _, _) => header["alg"] = "PS256",
        ["typ is another"] = (header, _, _) => header["typ"] = "JWT",
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    [Theory]
    [MemberData(nameof(Names))]
    [Trait(Module.Trait, "fapi2-security-profile-final-par-test-array-as-audience-fails, fapi2-security-profile-final-par-test-par-endpoint-url-as-audience-fails, fapi2-security-profile-final-par-test-token-endpoint-url-as-audience-fails, fapi2-security-profile-final-ensure-client-assertion-with-wrong-aud-fails, fapi2-security-profile-final-ensure-client-assertion-with-no-sub-fails, fapi2-security-profile-final-ensure-client-assertion-with-exp-is-5-minutes-in-past-fails, fapi2-security-profile-final-par-ensure-jwt-client-assertions-nbf-over-60-seconds-in-the-future-fails")]
    public async Task An_assertion_that_is_not_exactly_right_proves_nobody(string fault)
    {
        using var client = Client();
        var assertion = client.Assertion((header, payload) => Faults[fault](header, payload, sandbox.Ports.HubAddress.AbsoluteUri));
        var answer = await client.PushAsync(("client_assertion", assertion));
        Assert.Equal((401, "invalid_client"), (answer.Status, answer["error"]));
    }

    [Fact]
    public async Task What_is_wrong_with_it_is_told_with_CB2038()
    {
        using var client = Client();
        var answer = await client.PushAsync(("client_assertion", client.Assertion((_, payload) => payload["nbf"] = Now + 65)));
        Assert.StartsWith("CB2038", answer["error_description"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nbf")]
    [InlineData("iat")]
    [Trait(Module.Trait, "fapi2-security-profile-final-par-ensure-jwt-client-assertions-nbf-8-seconds-in-the-future-is-accepted")]
    public async Task A_clock_that_is_eight_seconds_ahead_is_taken_for_right(string claim)
    {
        using var client = Client();
        Assert.Equal(201, (await client.PushAsync(("client_assertion", client.Assertion((_, payload) => payload[claim] = Now + 8)))).Status);
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-client-assertion-in-token-endpoint, fapi2-security-profile-final-ensure-client-id-in-token-endpoint")]
    public async Task Without_an_assertion_or_with_another_clients_id_nothing_is_given()
    {
        using var client = Client();
        Assert.Equal("invalid_client", (await client.RedeemAsync("made-up", ("client_assertion", null), ("client_assertion_type", null)))["error"]);
        Assert.Equal("invalid_client", (await client.RedeemAsync("made-up", ("client_id", "fapi-sm2-rp")))["error"]);
        Assert.Equal("invalid_client", (await client.PushAsync(("client_assertion", null), ("client_assertion_type", null)))["error"]);
    }

    [Fact]
    public async Task An_assertion_that_went_to_one_end_point_is_used_up_for_the_other()
    {
        using var client = Client();
        var assertion = client.Assertion();
        Assert.Equal(201, (await client.PushAsync(("client_assertion", assertion))).Status);
        Assert.Equal("invalid_client", (await client.RedeemAsync("made-up", ("client_assertion", assertion)))["error"]);
    }

    [Theory]
    [InlineData("PS256", true)]
    [InlineData("RS256", false)]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-signed-client-assertion-with-RS256-fails")]
    public async Task The_same_key_proves_its_client_by_PSS_and_not_by_the_older_padding(string algorithm, bool taken)
    {
        using var client = new FapiClient(sandbox.Ports, sandbox.Data, FapiHub.RsaClient);
        var jwk = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(sandbox.Data, "clients", FapiHub.RsaClient + ".jwk"), TestContext.Current.CancellationToken))!.AsObject();
        jwk["alg"] = algorithm;
        using var key = SoftwareSigningKey.FromJwk(jwk.ToJsonString()).Value;
        var assertion = Jws.Sign(key, "client-authentication+jwt", JsonSerializer.SerializeToUtf8Bytes(new
        {
            iss = client.ClientId, sub = client.ClientId, aud = sandbox.Ports.HubAddress.AbsoluteUri, jti = Guid.NewGuid().ToString("N"), iat = Now, exp = Now + 60,
        }));

        var answer = await client.AskAsync("connect/token", ("client_assertion", assertion), ("grant_type", "client_credentials"), ("scope", "applications.pickup"));

        Assert.Equal(taken ? "DPoP" : null, answer["token_type"]);
        Assert.Equal(taken ? null : "invalid_client", answer["error"]);
    }

    private FapiClient Client() => new(sandbox.Ports, sandbox.Data);
}
