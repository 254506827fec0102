using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.OpenIdFederation;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdFederation;

/// <summary>What a member says of itself, judged: attacks on its statement, and what is left of its metadata.</summary>
public sealed class MemberConfigurationTests : IDisposable
{
    private const string Hub = "https://hub.example/";
    private const string Member = "https://member.example";
    private const string Type = "entity-statement+jwt";

    private readonly SoftwareSigningKey key = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "member");

    public void Dispose() => key.Dispose();

    [Fact]
    public void A_sound_statement_is_its_metadata()
    {
        var read = Verify(Sign(MemberClaims.Of(Member, Hub.TrimEnd('/'), key)));
        Assert.True(read.Succeeded, read.Succeeded ? "" : read.Error.ToString());
        Assert.Equal(Member, read.Value.Metadata["issuer"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("iss", "\"https://other.example\"")]
    [InlineData("sub", "\"https://other.example\"")]
    [InlineData("iat", "4102444800")]
    [InlineData("exp", "1")]
    [InlineData("exp", "1e300")]
    [InlineData("exp", "\"soon\"")]
    [InlineData("exp", null)]
    [InlineData("authority_hints", "[\"https://other.example/\"]")]
    [InlineData("authority_hints", "[7]")]
    [InlineData("authority_hints", null)]
    [InlineData("crit", "[\"b64\"]")]
    [InlineData("metadata_policy", "{}")]
    [InlineData("metadata", "{\"openid_relying_party\":{}}")]
    [InlineData("metadata", "{\"openid_provider\":[]}")]
    [InlineData("metadata", null)]
    public void What_does_not_fit_is_refused_with_CB2139(string claim, string? value) =>
        Assert.Equal("CB2139", CodeOf(Verify(Sign(MemberClaims.Of(Member, Hub, key, (claim, value is null ? null : JsonNode.Parse(value)))))));

    [Theory]
    [InlineData("another key")]
    [InlineData("key inside")]
    [InlineData("none")]
    [InlineData("another type")]
    [InlineData("SM2")]
    [InlineData("changed")]
    [InlineData("name twice")]
    [InlineData("not JSON")]
    public void A_signature_that_is_not_the_members_is_refused_with_CB2139(string attack)
    {
        using var stranger = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "member");
        using var sm2 = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2, "member");
        var claims = MemberClaims.Of(Member, Hub, key);
        var good = Sign(claims);
        var made = attack switch
        {
            "another key" => Sign(claims, stranger),
            // That it is in the statement itself shows nothing.
            "key inside" => Sign(MemberClaims.Of(Member, Hub, stranger), stranger),
            "none" => $"{Encode("""{"alg":"none","typ":"entity-statement+jwt"}""")}.{good.Split('.')[1]}.",
            "another type" => Jws.Sign(key, "JWT", JsonSerializer.SerializeToUtf8Bytes(claims)),
            "SM2" => Sign(claims, sm2),
            "changed" => $"{good.Split('.')[0]}.{Encode(claims.ToJsonString() + " ")}.{good.Split('.')[2]}",
            "name twice" => Jws.Sign(key, Type, Encoding.UTF8.GetBytes(claims.ToJsonString()[..^1] + $",\"iss\":\"{Member}\"}}")),
            _ => Jws.Sign(key, Type, "not JSON"u8),
        };
        Assert.Equal("CB2139", CodeOf(Verify(made, attack == "SM2" ? sm2 : key)));
    }

    [Fact]
    public void A_member_of_whom_no_key_was_admitted_is_not_believed_by_a_certificate_of_its_own_CB2139()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=self-signed", pair, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        using var signer = SoftwareSigningKey.FromPkcs8Pem(
            pair.ExportPkcs8PrivateKeyPem(), AlgorithmCatalogue.ES256, chain: [Certificate.Parse(certificate.RawData).Value]).Value;
        var signed = Sign(MemberClaims.Of(Member, Hub, signer), signer);

        var refused = MemberConfiguration.Verify(signed, new FederationMember(Member, "openid_provider", "", [], null), Hub, now);

        Assert.Equal("CB2139", CodeOf(refused));
        // By its own key it would hold.
        Assert.True(MemberConfiguration.Verify(signed, new FederationMember(Member, "openid_provider", "", [signer.PublicKey], null), Hub, now).Succeeded);
    }

    [Theory]
    [InlineData("""{"a":"x"}""", """{"a":{"value":"y"}}""", """{"a":"y"}""")]
    [InlineData("""{"b":1}""", """{"a":{"value":"y"}}""", """{"b":1,"a":"y"}""")]
    [InlineData("""{"a":"x"}""", """{"a":{"one_of":["x","y"]}}""", """{"a":"x"}""")]
    [InlineData("""{}""", """{"a":{"one_of":["x","y"]}}""", """{}""")]
    [InlineData("""{"a":"z"}""", """{"a":{"one_of":["x","y"]}}""", null)]
    [InlineData("""{"a":["x","z"]}""", """{"a":{"subset_of":["x","y"]}}""", """{"a":["x"]}""")]
    [InlineData("""{"a":["z"]}""", """{"a":{"subset_of":["x","y"]}}""", """{}""")]
    [InlineData("""{"a":["z"]}""", """{"a":{"subset_of":["x","y"],"essential":true}}""", null)]
    [InlineData("""{"a":"x"}""", """{"a":{"subset_of":["x","y"]}}""", null)]
    [InlineData("""{}""", """{"a":{"subset_of":["x"],"essential":true}}""", null)]
    [InlineData("""{"scope":"openid  identity profile"}""", """{"scope":{"subset_of":["profile","openid"]}}""", """{"scope":"openid profile"}""")]
    public void A_policy_leaves_what_is_registered_or_refuses_with_CB2140(string metadata, string policy, string? result)
    {
        var applied = MetadataPolicy.Apply(JsonNode.Parse(metadata)!.AsObject(), JsonNode.Parse(policy)!.AsObject());
        Assert.Equal(result, applied.Succeeded ? applied.Value.ToJsonString() : null);
        Assert.Equal(result is null ? "CB2140" : null, applied.Succeeded ? null : applied.Error.Code);
    }

    private Outcome<MemberConfiguration> Verify(string signed, SoftwareSigningKey? registered = null) => MemberConfiguration.Verify(
        signed, new FederationMember(Member, "openid_provider", "", [(registered ?? key).PublicKey], null), Hub, TimeProvider.System.GetUtcNow());

    private string Sign(JsonObject claims, SoftwareSigningKey? by = null) => Jws.Sign(by ?? key, Type, JsonSerializer.SerializeToUtf8Bytes(claims));

    private static string? CodeOf(Outcome<MemberConfiguration> outcome) => outcome.Succeeded ? null : outcome.Error.Code;

    private static string Encode(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
