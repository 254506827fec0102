using System.Text.Json.Nodes;
using CrossBorder.Federation.OpenIdConnect.Dpop;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Fapi;

/// <summary>What a proof must be (RFC 9449 section 4.3), without a hub.</summary>
public sealed class DpopProofReadingTests : IDisposable
{
    private static readonly Uri Wanted = new("https://hub.example/connect/token");

    private static readonly Dictionary<string, Action<JsonObject, JsonObject>> Faults = new(StringComparer.Ordinal)
    {
        ["typ"] = (header, _) => header["typ"] = "at+jwt",
        ["no typ"] = (header, _) => header.Remove("typ"),
        ["none"] = (header, _) => header["alg"] = "none",
        ["HS256"] = (header, _) => header["alg"] = "HS256",
        ["RS256"] = (header, _) => header["alg"] = "RS256",
        ["another algorithm than the key's"] = (header, _) => header["alg"] = "PS256",
        ["crit"] = (header, _) => header["crit"] = new JsonArray("b64"),
        ["no jwk"] = (header, _) => header.Remove("jwk"),
        ["kid in place of jwk"] = (header, _) => { header.Remove("jwk"); header["kid"] = "1"; },
        ["symmetric jwk"] = (header, _) => header["jwk"] = new JsonObject { ["kty"] = "oct", ["k"] = "c2VjcmV0" },
        ["point off the curve"] = (header, _) => header["jwk"]!["x"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
        ["key of another"] = (header, _) => { using var other = new DpopKey(); header["jwk"] = JsonNode.Parse(other.PrivateJwk().ToJsonString())!.AsObject().Without("d"); },
        ["jti"] = (_, payload) => payload.Remove("jti"),
        ["number for jti"] = (_, payload) => payload["jti"] = 1,
        ["long jti"] = (_, payload) => payload["jti"] = new string('j', 201),
        ["htm"] = (_, payload) => payload["htm"] = "GET",
        ["lower-case htm"] = (_, payload) => payload["htm"] = "post",
        ["no htu"] = (_, payload) => payload.Remove("htu"),
        ["another path"] = (_, payload) => payload["htu"] = "https://hub.example/connect/par",
        ["another case of the path"] = (_, payload) => payload["htu"] = "https://hub.example/Connect/token",
        ["another port"] = (_, payload) => payload["htu"] = "https://hub.example:8443/connect/token",
        ["http"] = (_, payload) => payload["htu"] = "http://hub.example/connect/token",
        ["user information"] = (_, payload) => payload["htu"] = "https://hub.example@attacker.example/connect/token",
        ["iat"] = (_, payload) => payload.Remove("iat"),
        ["text for iat"] = (_, payload) => payload["iat"] = "now",
        ["past"] = (_, payload) => payload["iat"] = Now.AddSeconds(-120).ToUnixTimeSeconds(),
        ["future"] = (_, payload) => payload["iat"] = Now.AddDays(1).ToUnixTimeSeconds(),
        ["huge iat"] = (_, payload) => payload["iat"] = 1e300,
        ["exp"] = (_, payload) => payload["exp"] = Now.AddSeconds(-120).ToUnixTimeSeconds(),
    };

    private readonly DpopKey key = new();

    public static TheoryData<string> Names => [.. Faults.Keys];

    private static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData("ES256")]
    [InlineData("PS256")]
    [InlineData("SGD_SM3_SM2")]
    public void A_proof_of_each_algorithm_holds_and_names_its_key(string algorithm)
    {
        using var own = new DpopKey(algorithm);
        var proof = DpopProof.Read(own.Prove("POST", Wanted, "token"), Expect("token"));
        Assert.Equal(own.Thumbprint, proof.Value.Thumbprint);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_wrong_with_it_is_refused_with_CB2030(string fault)
    {
        var read = DpopProof.Read(key.Prove("POST", Wanted, change: Faults[fault]), Expect());
        Assert.Equal("CB2030", read.Error.Code);
    }

    [Fact]
    public void A_private_key_in_it_is_refused_though_everything_else_holds() =>
        Assert.Equal("CB2030", DpopProof.Read(key.Prove("POST", Wanted, change: (header, _) => header["jwk"] = key.PrivateJwk()), Expect()).Error.Code);

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("e30.e30.")]
    [InlineData("W10.W10.AA")]
    [InlineData("eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiYWxnIjoibm9uZSJ9.e30.AA")]
    public void What_is_no_proof_at_all_is_refused(string text) => Assert.Equal("CB2030", DpopProof.Read(text, Expect()).Error.Code);

    [Fact]
    public void A_changed_payload_and_an_oversized_proof_are_refused()
    {
        var parts = key.Prove("POST", Wanted).Split('.');
        var other = key.Prove("POST", Wanted).Split('.');
        Assert.Equal("CB2030", DpopProof.Read($"{parts[0]}.{other[1]}.{parts[2]}", Expect()).Error.Code);
        Assert.Equal("CB2030", DpopProof.Read(key.Prove("POST", Wanted, change: (_, payload) => payload["x"] = new string('x', 9000)), Expect()).Error.Code);
    }

    [Theory]
    [InlineData("HTTPS://HUB.example:443/connect/token")]
    [InlineData("https://hub.example/connect/token?nonce=1#part")]
    [InlineData("https://hub.example/a/../connect/%74oken")]
    public void The_address_is_compared_as_an_address_and_without_query(string htu) =>
        Assert.True(DpopProof.Read(key.Prove("POST", Wanted, change: (_, payload) => payload["htu"] = htu), Expect()).Succeeded);

    [Fact]
    public void The_hash_of_the_token_must_be_that_of_this_token()
    {
        Assert.Equal("CB2030", DpopProof.Read(key.Prove("POST", Wanted), Expect("token")).Error.Code);
        Assert.Equal("CB2030", DpopProof.Read(key.Prove("POST", Wanted, "another"), Expect("token")).Error.Code);
        Assert.True(DpopProof.Read(key.Prove("POST", Wanted, "token"), Expect("token")).Succeeded);
    }

    public void Dispose() => key.Dispose();

    private static DpopExpectation Expect(string? token = null) => new("POST", [Wanted], TimeProvider.System.GetUtcNow(), token);
}

internal static class JsonObjects
{
    public static JsonObject Without(this JsonObject json, string name)
    {
        json.Remove(name);
        return json;
    }
}
