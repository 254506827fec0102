using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.OpenIdConnect.SignedRequests;
using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Messages;

/// <summary>Request objects judged by themselves: what is taken, and the attacks that are not (RFC 9101, RFC 8725, FAPI 2.0 Message Signing).</summary>
public sealed class RequestObjectTests : IClassFixture<KeysOnce>, IDisposable
{
    private const string Issuer = "https://hub.example/";
    private readonly RelyingPartyClient client = new(SandboxPorts.From(5080), "ps-rp");
    private readonly SoftwareSigningKey rsa;
    private readonly SoftwareSigningKey ec;
    private readonly SoftwareSigningKey sm2;
    private readonly SoftwareSigningKey stranger;

    public RequestObjectTests(KeysOnce keys) => (rsa, ec, sm2, stranger) = (keys.Rsa, keys.Ec, keys.Sm2, keys.Stranger);

    public void Dispose() => client.Dispose();

    [Fact]
    public void A_request_signed_with_any_registered_key_is_its_parameters_and_nothing_of_the_JWT_around_them()
    {
        foreach (var key in new[] { rsa, ec, sm2 })
        {
            var verified = Verify(RequestObjects.Sign(key, Claims(("max_age", 300), ("claims", JsonNode.Parse("""{"userinfo":{"name":null}}""")), ("client_secret", "x"))));

            Assert.True(verified.Succeeded, verified.Succeeded ? "" : verified.Error.ToString());
            var parameters = verified.Value.Parameters.ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value);
            Assert.Equal("300", parameters["max_age"]);
            Assert.Equal("""{"userinfo":{"name":null}}""", parameters["claims"]);
            Assert.Equal("state-inside", parameters["state"]);
            foreach (var absent in new[] { "iss", "aud", "exp", "nbf", "jti", "client_secret" })
                Assert.DoesNotContain(absent, parameters.Keys);
        }
    }

    [Theory]
    [InlineData("JWT", true)]
    [InlineData("application/oauth-authz-req+jwt", true)]
    [InlineData("client-authentication+jwt", false)]
    [InlineData("logout+jwt", false)]
    public void A_type_may_be_the_general_one_and_not_that_of_another_message(string type, bool taken) =>
        Assert.Equal(taken ? null : "CB2050", CodeOf(Verify(RequestObjects.Sign(rsa, Claims(), type))));

    [Theory]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-request-object-with-nbf-over-60-fails, fapi2-security-profile-final-ensure-request-object-with-exp-over-60-fails, fapi2-security-profile-final-ensure-request-object-without-exp-fails, fapi2-security-profile-final-ensure-request-object-without-nbf-fails, fapi2-security-profile-final-ensure-expired-request-object-fails, fapi2-security-profile-final-ensure-request-object-with-bad-aud-fails, fapi2-security-profile-final-par-authorization-request-containing-request_uri")]
    [InlineData("exp", null)]
    [InlineData("exp", -1)]
    [InlineData("exp", 3660)]
    [InlineData("exp", "soon")]
    [InlineData("exp", 1e300)]
    [InlineData("nbf", null)]
    [InlineData("nbf", -3660)]
    [InlineData("nbf", 61)]
    [InlineData("iat", 61)]
    [InlineData("aud", null)]
    [InlineData("aud", "https://elsewhere.example/")]
    [InlineData("aud", "https://hub.example/connect/authorize")]
    [InlineData("iss", null)]
    [InlineData("iss", "yueshengshi")]
    [InlineData("client_id", null)]
    [InlineData("client_id", "yueshengshi")]
    [InlineData("sub", "ps-rp")]
    [InlineData("jti", "")]
    [InlineData("jti", 7)]
    [InlineData("request", "eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("request_uri", "urn:ietf:params:oauth:request_uri:x")]
    public void What_does_not_fit_is_refused_with_CB2051(string name, object? value) =>
        Assert.Equal("CB2051", CodeOf(Verify(RequestObjects.Sign(rsa, Claims((name, Node(name, value)))))));

    [Theory]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-request-object-with-multiple-aud-succeeds, fapi2-security-profile-final-ensure-request-object-with-nbf-8-seconds-in-the-future-is-accepted")]
    [InlineData("nbf", 8)]
    [InlineData("iat", 10)]
    [InlineData("nbf", -3200)]
    [InlineData("jti", null)]
    public void What_is_within_its_bounds_is_taken(string name, object? value)
    {
        Assert.Null(CodeOf(Verify(RequestObjects.Sign(rsa, Claims((name, Node(name, value)), ("aud", new JsonArray("https://elsewhere.example/", Issuer)))))));
    }

    [Theory]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-signed-request-object-with-RS256-fails, fapi2-security-profile-final-ensure-request-object-signature-algorithm-is-not-none, fapi2-security-profile-final-ensure-request-object-with-invalid-signature-fails, fapi2-security-profile-final-ensure-matching-key-in-authorization-request")]
    [InlineData("none")]
    [InlineData("RS256")]
    [InlineData("stranger")]
    [InlineData("changed")]
    [InlineData("unknown kid")]
    [InlineData("no kid")]
    [InlineData("jwk")]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("key of another kind")]
    [InlineData("SM2 under the name of ECDSA")]
    [InlineData("ECDSA under the name of SM2")]
    [InlineData("crit")]
    [InlineData("kid with a path")]
    [InlineData("too long")]
    [InlineData("encrypted")]
    public void A_signature_that_is_not_the_clients_is_refused_with_CB2050(string attack)
    {
        var claims = Claims();
        var good = RequestObjects.Sign(rsa, claims);
        var made = attack switch
        {
            "none" => RequestObjects.Unsigned(claims),
            "RS256" => RequestObjects.SignUnder(rsa, Header("RS256", "rsa"), claims),
            "stranger" => RequestObjects.Sign(stranger, claims),
            "changed" => Changed(good),
            "unknown kid" => RequestObjects.SignUnder(rsa, Header("PS256", "other"), claims),
            "no kid" => RequestObjects.SignUnder(rsa, new { alg = "PS256", typ = RequestObjects.Type }, claims),
            "jwk" => RequestObjects.SignUnder(stranger, new { alg = "PS256", typ = RequestObjects.Type, jwk = JsonNode.Parse(stranger.PublicKey.ToJwk(stranger.Algorithm)) }, claims),
            "jku" => RequestObjects.SignUnder(stranger, new { alg = "PS256", typ = RequestObjects.Type, kid = "rsa", jku = "http://127.0.0.1:9/keys" }, claims),
            "x5u" => RequestObjects.SignUnder(stranger, new { alg = "PS256", typ = RequestObjects.Type, kid = "rsa", x5u = "http://127.0.0.1:9/chain" }, claims),
            "key of another kind" => RequestObjects.SignUnder(ec, Header("ES256", "rsa"), claims),
            "SM2 under the name of ECDSA" => RequestObjects.SignUnder(sm2, Header("ES256", "sm2"), claims),
            "ECDSA under the name of SM2" => RequestObjects.SignUnder(ec, Header("SGD_SM3_SM2", "ec"), claims),
            "crit" => RequestObjects.SignUnder(rsa, new { alg = "PS256", typ = RequestObjects.Type, kid = "rsa", crit = new[] { "b64" }, b64 = false }, claims),
            "kid with a path" => RequestObjects.SignUnder(stranger, Header("PS256", "../../../dev/null"), claims),
            "too long" => RequestObjects.Sign(rsa, Claims(("state", new string('x', 40_000)))),
            _ => "eyJhbGciOiJSU0EtT0FFUC0yNTYiLCJlbmMiOiJBMjU2R0NNIn0.AA.AA.AA.AA",
        };

        Assert.Equal("CB2050", CodeOf(Verify(made)));
    }

    [Theory]
    [InlineData("""{"iss":"ps-rp","iss":"ps-rp"}""")]
    [InlineData("""["ps-rp"]""")]
    [InlineData("""{"state":"\ud800"}""")]
    [InlineData("not json")]
    [InlineData("deep")]
    public void A_payload_that_two_readers_could_read_differently_is_refused_with_CB2051(string payload)
    {
        var bytes = Encoding.UTF8.GetBytes(payload == "deep" ? string.Concat(Enumerable.Repeat("""{"a":""", 2000)) + "1" + new string('}', 2000) : payload);
        Assert.Equal("CB2051", CodeOf(Verify(Jws.Sign(rsa, RequestObjects.Type, bytes))));
    }

    [Fact]
    public void A_client_without_keys_signs_nothing() => Assert.Equal("CB2050", CodeOf(Verification([]).Verify(RequestObjects.Sign(rsa, Claims()))));

    private Outcome<RequestObject> Verify(string compact) => Verification([rsa.PublicKey, ec.PublicKey, sm2.PublicKey]).Verify(compact);

    private static RequestObjectVerification Verification(IReadOnlyCollection<VerificationKey> keys) => new(
        "ps-rp", keys, new MessagePolicy { RequestAlgorithms = ["PS256", "ES256", "SGD_SM3_SM2"], RequiresSignedRequests = true }, Issuer, TimeProvider.System.GetUtcNow());

    private JsonObject Claims(params (string Name, JsonNode? Value)[] changes) => RequestObjects.Claims(client, Issuer, changes);

    private static object Header(string algorithm, string kid) => new { alg = algorithm, typ = RequestObjects.Type, kid };

    private static string? CodeOf(Outcome<RequestObject> outcome) => outcome.Succeeded ? null : outcome.Error.Code;

    private static string Changed(string token)
    {
        var parts = token.Split('.');
        var payload = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]))!.AsObject();
        payload["redirect_uri"] = "https://attacker.example/";
        return $"{parts[0]}.{System.Buffers.Text.Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(payload))}.{parts[2]}";
    }

    // Times are told as seconds from now.
    private static JsonNode? Node(string name, object? value) => value switch
    {
        null => null,
        int seconds when name is "exp" or "nbf" or "iat" => TimeProvider.System.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds(),
        _ => JsonSerializer.SerializeToNode(value),
    };
}

/// <summary>Keys take long to make.</summary>
public sealed class KeysOnce : IDisposable
{
    public SoftwareSigningKey Rsa { get; } = SoftwareSigningKey.Generate(AlgorithmCatalogue.PS256, "rsa");

    public SoftwareSigningKey Ec { get; } = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "ec");

    public SoftwareSigningKey Sm2 { get; } = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2, "sm2");

    /// <summary>Not registered, and calls itself by the name of one that is.</summary>
    public SoftwareSigningKey Stranger { get; } = SoftwareSigningKey.Generate(AlgorithmCatalogue.PS256, "rsa");

    public void Dispose()
    {
        Rsa.Dispose();
        Ec.Dispose();
        Sm2.Dispose();
        Stranger.Dispose();
    }
}
