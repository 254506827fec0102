using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.EncryptedRequests;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto.Encryption;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Messages;

/// <summary>Signed requests that are encrypted for the hub (RFC 9101 section 6.1), and attacks on the way they are opened (RFC 8725 section 3).</summary>
[Collection(nameof(MessageParties))]
public sealed class EncryptedRequestTests(MessageParties parties)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("hub-enc-rsa", "A256GCM")]
    [InlineData("hub-enc-rsa", "A128CBC-HS256")]
    [InlineData("hub-enc-ec", "A256GCM")]
    [InlineData("hub-enc-sm2", "SGD_SM4_GCM")]
    [InlineData("hub-enc-old", "A256GCM")]
    public async Task A_signed_request_that_only_the_hub_can_read_signs_a_resident_in(string key, string encryption)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = parties.Strict();
        var result = await client.SignInAsync(browser, "ignored", ("request", Encrypt(key, encryption, Signed(client, ("login_hint", "r1")))));

        var answer = await parties.VerifiedAsync(result.Page.Parameter("response"), "JWT", "PS256");
        Assert.Equal("state-inside", answer.GetProperty("state").GetString());
        Assert.True(answer.TryGetProperty("code", out _), answer.GetRawText());
    }

    [Fact]
    public async Task The_key_set_holds_what_is_encrypted_for_and_discovery_says_how()
    {
        using var client = parties.Plain();
        var metadata = (await client.GetAsync(".well-known/openid-configuration", null)).Json;
        Assert.Equal(["RSA-OAEP-256", "ECDH-ES", "SGD_SM2_3"], Strings(metadata, "request_object_encryption_alg_values_supported"));
        Assert.Contains("SGD_SM4_GCM", Strings(metadata, "request_object_encryption_enc_values_supported"));

        var set = (await client.GetAsync(".well-known/jwks", null)).Json.GetProperty("keys").EnumerateArray().ToList();
        Assert.Equal(["hub-enc-ec", "hub-enc-rsa", "hub-enc-sm2"],
            set.Where(key => key.GetProperty("use").GetString() == "enc").Select(key => key.GetProperty("kid").GetString()).Order(StringComparer.Ordinal));
        foreach (var published in set.Where(key => key.GetProperty("use").GetString() == "enc"))
        {
            Assert.False(published.TryGetProperty("d", out _));
            // What is read from the key set is what a client can encrypt for.
            var recipient = RecipientKey.FromJwk(published.GetRawText());
            Assert.True(recipient.Succeeded, published.GetRawText());
            Assert.Contains(recipient.Value.Algorithm.Name, Strings(metadata, "request_object_encryption_alg_values_supported"));
        }

        static IEnumerable<string> Strings(JsonElement metadata, string name) => metadata.GetProperty(name).EnumerateArray().Select(value => value.GetString()!);
    }

    [Theory]
    [InlineData("unsigned inside", "CB2050")]
    [InlineData("encrypted twice", "CB2050")]
    [InlineData("signed by nobody", "CB2050")]
    [InlineData("for somebody else's key", "CB2135")]
    [InlineData("changed on its way", "CB2135")]
    [InlineData("compressed", "CB2135")]
    [InlineData("RSA1_5", "CB2135")]
    [InlineData("PBES2", "CB2135")]
    [InlineData("dir", "CB2135")]
    [InlineData("A256KW", "CB2135")]
    [InlineData("content without authentication", "CB2135")]
    [InlineData("agreement with the RSA key", "CB2135")]
    [InlineData("keys to be fetched", "CB2135")]
    [InlineData("a point off the curve", "CB2135")]
    [InlineData("too long", "CB2135")]
    public async Task What_is_not_signed_and_then_encrypted_for_the_hub_is_refused(string attack, string code)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = parties.Strict();
        var signed = Signed(client, ("login_hint", "r1"));
        var good = Encrypt("hub-enc-rsa", "A256GCM", signed);
        using var stranger = SoftwareDecryptionKey.Generate(EncryptionCatalogue.RsaOaep256, "hub-enc-rsa");
        var made = attack switch
        {
            "unsigned inside" => Encrypt("hub-enc-rsa", "A256GCM", JsonSerializer.Serialize(RequestObjects.Claims(client, parties.Issuer))),
            "signed by nobody" => Encrypt("hub-enc-rsa", "A256GCM", RequestObjects.Unsigned(RequestObjects.Claims(client, parties.Issuer))),
            "encrypted twice" => Encrypt("hub-enc-rsa", "A256GCM", good),
            "for somebody else's key" => Encrypt(stranger.PublicKey, "A256GCM", signed),
            "changed on its way" => good[..^3] + (good[^3] == 'A' ? 'B' : 'A') + good[^2..],
            "compressed" => WithHeader(good, header => header["zip"] = "DEF"),
            "RSA1_5" => WithHeader(good, header => header["alg"] = "RSA1_5"),
            // A count of iterations that the attacker names would keep the hub busy for minutes.
            "PBES2" => WithHeader(good, header => (header["alg"], header["p2c"], header["p2s"]) = ("PBES2-HS512+A256KW", int.MaxValue, "AAAA")),
            "dir" => WithHeader(good, header => header["alg"] = "dir"),
            "A256KW" => WithHeader(good, header => header["alg"] = "A256KW"),
            "content without authentication" => WithHeader(good, header => header["enc"] = "A256CBC"),
            "agreement with the RSA key" => WithHeader(Encrypt("hub-enc-ec", "A256GCM", signed), header => header["kid"] = "hub-enc-rsa"),
            "keys to be fetched" => WithHeader(good, header => header["jku"] = "http://127.0.0.1:9/keys"),
            "a point off the curve" => WithHeader(Encrypt("hub-enc-ec", "A256GCM", signed), header => header["epk"]!["y"] = header["epk"]!["x"]!.DeepClone()),
            _ => good + new string('A', 60_000),
        };

        // Posted, for some are longer than an address may be.
        using var http = parties.NewHubClient();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("client_id", "ps-rp"), KeyValuePair.Create("request", made), .. parties.Proof().Select(field => KeyValuePair.Create(field.Name, field.Value!))]);
        using var answer = await http.PostAsync("connect/par", form, Stop);
        var body = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        var error = JsonSerializer.Deserialize<JsonElement>(body);
        Assert.Equal("invalid_request_object", error.GetProperty("error").GetString());
        Assert.StartsWith(code, error.GetProperty("error_description").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hub-rs256", "RSA-OAEP-256", "key.pem", "stands there twice, or is a signing key too")]
    [InlineData("one", "RSA1_5", "key.pem", "Algorithm is 'RSA1_5'")]
    [InlineData("one", "SGD_SM2_3", "key.pem", "KeyFile: CB3007")]
    [InlineData("one", "RSA-OAEP-256", "missing.pem", "KeyFile names no file")]
    public async Task A_key_that_cannot_be_used_is_told_at_the_start_with_CB1001(string id, string algorithm, string file, string fault)
    {
        await File.WriteAllTextAsync(Path.Combine(parties.Data, "key.pem"), parties.RequestKeys[0].ToPkcs8Pem(), Stop);
        var configuration = parties.HubServices.GetRequiredService<IConfiguration>();
        var result = new RequestEncryptionOptionsValidator(parties.HubServices.GetRequiredService<SettingsPaths>(), configuration).Validate(null, new RequestEncryptionOptions
        {
            Keys = [new RequestEncryptionKeyOptions { Id = id, Algorithm = algorithm, KeyFile = Path.Combine(parties.Data, file) }],
        });
        Assert.Contains(result.Failures!, failure => failure.StartsWith("CB1001", StringComparison.Ordinal) && failure.Contains(fault, StringComparison.Ordinal));
    }

    private string Signed(RelyingPartyClient client, params (string Name, JsonNode? Value)[] changes)
    {
        using var key = parties.StrictKey;
        return RequestObjects.Sign(key, RequestObjects.Claims(client, parties.Issuer, changes));
    }

    private string Encrypt(string key, string encryption, string content) =>
        Encrypt(parties.RequestKeys.Single(one => one.KeyId == key).PublicKey, encryption, content);

    private static string Encrypt(RecipientKey recipient, string encryption, string content)
    {
        Assert.True(EncryptionCatalogue.TryGetContentEncryption(encryption, out var algorithm));
        return Jwe.Encrypt(recipient, new EncryptionSettings { Type = RequestObjects.Type, ContentType = "JWT", Encryption = algorithm }, Encoding.ASCII.GetBytes(content));
    }

    private static string WithHeader(string compact, Action<JsonObject> change)
    {
        var parts = compact.Split('.');
        var header = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[0]))!.AsObject();
        change(header);
        return string.Join('.', [System.Buffers.Text.Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(header)), .. parts[1..]]);
    }
}
