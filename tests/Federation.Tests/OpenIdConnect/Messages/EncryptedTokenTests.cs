using System.Buffers.Text;
using System.Text.Json;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Encryption;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Messages;

/// <summary>Tokens and userinfo that only their client can read, and verified claims asked for one by one.</summary>
[Collection(nameof(MessageParties))]
public sealed class EncryptedTokenTests(MessageParties parties)
{
    private const string Framework = "urn:crossborder:trust-framework:guangdong-hongkong";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("yueshengshi", "RSA-OAEP-256", "A256GCM", "RS256")]
    [InlineData("yueshangtong", "SGD_SM2_3", "SGD_SM4_GCM", "SGD_SM3_SM2")]
    [InlineData("public-rp", "ECDH-ES", "A256GCM", "ES256")]
    public async Task An_id_token_is_signed_and_then_encrypted_for_its_client_alone(string clientId, string alg, string enc, string algorithm)
    {
        using var client = Client(clientId);
        var tokens = await SignInAsync(client);

        var header = TokenAnswer.Header(tokens.IdToken);
        Assert.Equal((alg, enc, parties.DecryptionKeys[clientId].KeyId, "JWT"), (Text(header, "alg"), Text(header, "enc"), Text(header, "kid"), Text(header, "cty")));
        var claims = await parties.DecryptedAsync(tokens.IdToken, clientId, algorithm);
        Assert.Equal(client.Nonce, Text(claims, "nonce"));
        Assert.Equal(clientId, Text(claims, "aud"));
        AlgorithmCatalogue.TryGet(algorithm, out var signature);
        var hash = Digests.Of(signature!, System.Text.Encoding.ASCII.GetBytes(tokens.AccessToken));
        Assert.Equal(Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2)), Text(claims, "at_hash"));
        foreach (var other in parties.DecryptionKeys.Values.Where(key => key.KeyId != parties.DecryptionKeys[clientId].KeyId))
            Assert.Equal("CB3083", EncryptedContent.Decrypt(tokens.IdToken, [other], new EncryptedContentPolicy { Type = null, KeyManagement = [alg], ContentEncryption = [enc] }).Error.Code);
    }

    [Fact]
    public async Task The_token_inside_is_what_a_relying_party_shows_as_a_hint()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client("yueshengshi");
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);
        var inside = System.Text.Encoding.ASCII.GetString(EncryptedContent.Decrypt(tokens.IdToken, [parties.DecryptionKeys["yueshengshi"]],
            new EncryptedContentPolicy { Type = "JWT", KeyManagement = ["RSA-OAEP-256"], ContentEncryption = ["A256GCM"] }).Value.Payload.Span);

        using var later = Client("yueshengshi");
        Assert.NotNull((await browser.GoAsync(later.AuthorizeAddress(("prompt", "none"), ("id_token_hint", inside)), Stop)).Parameter("code"));
    }

    [Fact]
    public async Task Userinfo_comes_signed_where_the_client_registered_so_and_encrypted_around_it()
    {
        using var plain = Client("public-rp");
        var (_, signed) = await UserInfoAsync((await SignInAsync(plain)).AccessToken);
        var claims = await parties.VerifiedAsync(signed, "JWT", "ES256");
        Assert.Equal(("public-rp", parties.Issuer, "CHAN Tai Man"), (Text(claims, "aud"), Text(claims, "iss"), Text(claims, "name")));
        Assert.Equal("陳大文", Text(claims, "name#zh-Hant"));

        using var shangMi = Client("yueshangtong");
        var tokens = await SignInAsync(shangMi);
        var (type, encrypted) = await UserInfoAsync(tokens.AccessToken);
        Assert.Equal("application/jwt", type);
        claims = await parties.DecryptedAsync(encrypted, "yueshangtong", "SGD_SM3_SM2");
        Assert.Equal("A123456(3)", Text(claims, "hk_id_number"));
        Assert.Equal(Text(TokenAnswer.Payload(tokens.AccessToken), "sub"), Text(claims, "sub"));
        Assert.Equal(Framework, Text(claims.GetProperty("verified_claims").GetProperty("verification"), "trust_framework"));
    }

    [Fact]
    [Trait(Conformance.Module.Trait, "ekyc-server-testuserprovidedrequest, ekyc-server-test-userinfo-notfoundinop, ekyc-server-request-only-in-userinfo")]
    public async Task Verified_claims_are_those_that_were_asked_for_with_the_evidence_asked_for()
    {
        var (_, userInfo) = await AskAsync("""
            {"userinfo":{"verified_claims":{"verification":{"trust_framework":null,"evidence":[{"type":{"value":"electronic_record"},"record":{"type":null}}]},
             "claims":{"birthdate":{"essential":true,"purpose":"To see that you are of age"},"name#zh-Hant":null,"nationalities":null}}}}
            """);

        var verified = userInfo.GetProperty("verified_claims");
        Assert.Equal(
            $$$"""{"trust_framework":"{{{Framework}}}","evidence":[{"type":"electronic_record","record":{"type":"identity_assertion"}}]}""",
            verified.GetProperty("verification").GetRawText());
        Assert.Equal(("1990-01-01", "陳大文"), (Text(verified.GetProperty("claims"), "birthdate"), Text(verified.GetProperty("claims"), "name#zh-Hant")));
        Assert.Equal(2, verified.GetProperty("claims").EnumerateObject().Count());
        Assert.False(userInfo.TryGetProperty("hk_id_number", out _));
    }

    [Fact]
    [Trait(Conformance.Module.Trait, "ekyc-server-request-only-in-idtoken")]
    public async Task An_encrypted_id_token_carries_verified_claims_where_they_were_asked_for_there()
    {
        var (idToken, userInfo) = await AskAsync(
            """{"id_token":{"verified_claims":{"verification":{"trust_framework":null,"time":null},"claims":{"family_name":null}}}}""");

        var verified = idToken.GetProperty("verified_claims");
        Assert.Equal("""{"family_name":"CHAN"}""", verified.GetProperty("claims").GetRawText());
        Assert.Equal(["trust_framework", "time"], verified.GetProperty("verification").EnumerateObject().Select(member => member.Name));
        Assert.False(userInfo.TryGetProperty("verified_claims", out _));
    }

    [Theory]
    [InlineData("""{"claims":{"given_name":null}}""")]
    [InlineData("""{"verification":{},"claims":{"given_name":null}}""")]
    [InlineData("""{"verification":{"trust_framework":"x"},"claims":{"given_name":null}}""")]
    [InlineData("""{"verification":{"trust_framework":null}}""")]
    [InlineData("""{"verification":{"trust_framework":null},"claims":{}}""")]
    [InlineData("""{"verification":{"trust_framework":null},"claims":{"given_name":true}}""")]
    [InlineData("""{"verification":{"trust_framework":null,"evidence":{}},"claims":{"given_name":null}}""")]
    [InlineData("""{"verification":{"trust_framework":null,"evidence":[{}]},"claims":{"given_name":null}}""")]
    [InlineData("""{"verification":{"trust_framework":null},"claims":{"given_name":{"purpose":"ab"}}}""")]
    [InlineData("""{"verification":{"trust_framework":null},"claims":{"given_name":null},"purpose":7}""")]
    [InlineData("[]")]
    [InlineData("purpose")]
    public async Task A_request_for_verified_claims_that_is_none_is_refused(string asked)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client("yueshengshi");
        var change = asked == "purpose" ? ("purpose", new string('x', 301)) : ("claims", $$$"""{"userinfo":{"verified_claims":{{{asked}}}}}""");
        Assert.Equal("invalid_request", (await browser.GoAsync(client.AuthorizeAddress(change), Stop)).Parameter("error"));
    }

    [Fact]
    public async Task Discovery_tells_what_can_be_verified_and_how_things_are_encrypted()
    {
        using var client = Client("yueshengshi");
        var metadata = (await client.GetAsync(".well-known/openid-configuration", null)).Json;
        Assert.True(metadata.GetProperty("verified_claims_supported").GetBoolean());
        Assert.Equal([Framework], Strings("trust_frameworks_supported"));
        Assert.Equal(["electronic_record"], Strings("evidence_supported"));
        Assert.Contains("birthdate", Strings("claims_in_verified_claims_supported"));
        foreach (var place in new[] { "id_token", "userinfo" })
        {
            Assert.Contains("SGD_SM2_3", Strings(place + "_encryption_alg_values_supported"));
            Assert.Contains("A256GCM", Strings(place + "_encryption_enc_values_supported"));
        }

        IEnumerable<string> Strings(string name) => metadata.GetProperty(name).EnumerateArray().Select(value => value.GetString()!);
    }

    /// <summary>The id token, decrypted, and userinfo of one sign-in with that claims parameter.</summary>
    private async Task<(JsonElement IdToken, JsonElement UserInfo)> AskAsync(string claims)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(parties.Ports, "yueshengshi") { Scope = "openid" };
        var result = await client.SignInAsync(browser, "r1", ("claims", claims));
        var tokens = await client.RedeemAsync(result.Code);
        return (await parties.DecryptedAsync(tokens.IdToken, "yueshengshi", "RS256"), (await client.UserInfoAsync(tokens.AccessToken)).Json);
    }

    private RelyingPartyClient Client(string clientId) => new(parties.Ports, clientId)
    {
        Scope = clientId == "public-rp" ? "openid profile" : RelyingPartyClient.AllScopes,
        Secret = clientId == "public-rp" ? null : "sandbox-" + clientId,
    };

    private static async Task<TokenAnswer> SignInAsync(RelyingPartyClient client)
    {
        using var browser = SandboxFixture.NewBrowser();
        return await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);
    }

    private async Task<(string? Type, string Body)> UserInfoAsync(string accessToken)
    {
        using var http = parties.NewHubClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", accessToken);
        using var answer = await http.GetAsync(new Uri("connect/userinfo", UriKind.Relative), Stop);
        return (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(Stop));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
