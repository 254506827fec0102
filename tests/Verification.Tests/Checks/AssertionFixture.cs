using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Checks;

/// <summary>A Hong Kong home provider and one good assertion, to be spoilt by each test in one way.</summary>
internal sealed class AssertionFixture
{
    public const string Issuer = "http://localhost:5081/";
    public const string Audience = "cross-border-hub";

    public AssertionFixture(SignatureAlgorithm? algorithm = null)
    {
        HongKong = new Place("Hong Kong", Jurisdiction.HongKong, AlgorithmCatalogue.ES256, AlgorithmCatalogue.ES256, TrustPurpose.AssertionSigning);
        Key = HongKong.Signer(algorithm ?? AlgorithmCatalogue.ES256, new LeafRequest { Uri = Issuer });
    }

    public Place HongKong { get; }

    public SoftwareSigningKey Key { get; }

    public HomePolicy Home { get; } = new(
        Issuer, Jurisdiction.HongKong, Audience, ["RS256", "ES256", "SGD_SM3_SM2"], TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30));

    public JsonObject Payload { get; } = JsonNode.Parse($$"""
        {
          "iss": "{{Issuer}}", "aud": "{{Audience}}", "sub": "r1-subject", "jti": "j-1", "nonce": "n-1",
          "iat": {{Clock.Start.ToUnixTimeSeconds()}}, "exp": {{Clock.Start.AddMinutes(5).ToUnixTimeSeconds()}}, "auth_time": {{Clock.Start.AddMinutes(-1).ToUnixTimeSeconds()}},
          "acr": "urn:crossborder:loa:high", "amr": ["face", "pin"],
          "identity": {
            "family_name": "CHAN", "given_name": "Tai Man", "name_zh_hant": "陳大文", "name_zh_hans": "陈大文", "birthdate": "1990-01-01", "gender": "M",
            "documents": [{ "type": "hkid", "number": "A1234563" }, { "type": "home_return_permit", "number": "H1234567801" }],
            "phone_number": "+85251230001", "email": "r1@example.test"
          }
        }
        """)!.AsObject();

    public JsonObject Person => Payload["identity"]!.AsObject();

    public string Sign(ISigningKey? key = null, string type = AssertionSignature.Type) =>
        Jws.Sign(key ?? Key, type, Encoding.UTF8.GetBytes(Payload.ToJsonString()));

    public AssertionVerification Input(string? assertion = null) => new()
    {
        Assertion = assertion ?? Sign(),
        Home = Home,
        ExpectedNonce = "n-1",
        Required = AssuranceLevel.High,
        TrustList = new TrustList([HongKong.Anchor]),
        RevocationAnswers = new RevocationAnswers(HongKong.Lists),
        RevocationPolicy = new RevocationPolicy(TimeSpan.FromHours(1)),
        Now = Clock.Start.AddSeconds(10),
        SeenBefore = false,
    };

    public Outcome<VerifiedIdentity> Verify() => VerificationPipeline.Verify(Input());

    /// <summary>The codes of the refusals, sorted and each once.</summary>
    public static string Codes<T>(Outcome<T> outcome) => string.Join(" ", outcome.Errors.Select(error => error.Code).Distinct().Order());
}
