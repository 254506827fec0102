using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CrossBorder.Interop.Tests;

/// <summary>
/// A certified relying party library signs a resident in: its own checks of state, nonce, PKCE, issuer, audience and signature
/// are the judge, and the script ends with an error where one of them fails.
/// </summary>
public sealed class OpenIdClientTests(OpenIdClientPeers peers) : IClassFixture<OpenIdClientPeers>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("yueshengshi", "RS256")]
    [InlineData("yueshangtong", "SGD_SM3_SM2")]
    [InlineData("ps-rp", "PS256")]
    [InlineData("public-rp", "ES256")]
    public async Task Openid_client_signs_a_resident_in_with_the_algorithm_of_each_relying_party(string client, string algorithm)
    {
        var answer = await peers.SignedInAsync(client);

        var header = Part(answer.GetProperty("idToken").GetString()!, 0);
        Assert.Equal(algorithm, header.GetProperty("alg").GetString());
        var claims = answer.GetProperty("claims");
        Assert.Equal(peers.Ports.HubAddress.AbsoluteUri, claims.GetProperty("iss").GetString());
        Assert.Equal(answer.GetProperty("nonce").GetString(), claims.GetProperty("nonce").GetString());
        Assert.Equal("urn:crossborder:loa:high", claims.GetProperty("acr").GetString());
        Assert.Contains("face", claims.GetProperty("amr").EnumerateArray().Select(method => method.GetString()));
        Assert.True(claims.TryGetProperty("auth_time", out _) && claims.TryGetProperty("sid", out _));
        Assert.False(claims.TryGetProperty("name", out _), "Names are for userinfo: an id token lies about in logs.");
        Assert.Equal("bearer", answer.GetProperty("tokenType").GetString());
        Assert.Contains(answer.GetProperty("trail").EnumerateArray(), step => step.GetString()!.Contains($":{peers.Ports.Home}/", StringComparison.Ordinal));
        await CheckSignatureAsync(answer, algorithm, header);
    }

    [Theory]
    [InlineData("yueshengshi", true)]
    [InlineData("yueshangtong", true)]
    [InlineData("ps-rp", true)]
    [InlineData("public-rp", false)]
    public async Task Userinfo_gives_what_the_scopes_cover_and_nothing_else(string client, bool identity)
    {
        var userinfo = (await peers.SignedInAsync(client)).GetProperty("userinfo");

        Assert.Equal("CHAN Tai Man", userinfo.GetProperty("name").GetString());
        Assert.Equal("陳大文", userinfo.GetProperty("name#zh-Hant").GetString());
        Assert.Equal("1990-01-01", userinfo.GetProperty("birthdate").GetString());
        Assert.Equal(identity, userinfo.TryGetProperty("home_return_permit_number", out var permit) && permit.GetString() == "H12345678");
        foreach (var name in new[] { "home_return_permit_number", "hk_id_number", "verified_claims", "mainland_account", "jurisdiction" })
            Assert.Equal(identity, userinfo.TryGetProperty(name, out _));
    }

    [Theory]
    [InlineData("yueshengshi")]
    [InlineData("yueshangtong")]
    public async Task A_refresh_token_holds_once_and_its_second_use_ends_the_new_one_too(string client)
    {
        var refreshed = (await peers.SignedInAsync(client)).GetProperty("refreshed");

        Assert.True(refreshed.GetProperty("rotated").GetBoolean());
        Assert.Equal("CHAN Tai Man", refreshed.GetProperty("name").GetString());
        Assert.Equal("invalid_grant", refreshed.GetProperty("oldOne").GetString());
        Assert.Equal("invalid_grant", refreshed.GetProperty("newOneAfterwards").GetString());
    }

    [Theory]
    [InlineData("ps-rp")]
    [InlineData("public-rp")]
    public async Task A_relying_party_that_may_not_go_on_without_the_resident_gets_no_refresh_token(string client) =>
        Assert.Equal(JsonValueKind.Null, (await peers.SignedInAsync(client)).GetProperty("refreshed").ValueKind);

    [Theory]
    [InlineData("yueshengshi")]
    [InlineData("yueshangtong")]
    [InlineData("ps-rp")]
    public async Task A_revoked_access_token_is_refused_at_once(string client)
    {
        var answer = await peers.SignedInAsync(client);

        var revoked = answer.GetProperty("revoked");
        var before = revoked.GetProperty("before");
        Assert.True(before.GetProperty("active").GetBoolean());
        Assert.Equal(client, before.GetProperty("client_id").GetString());
        Assert.Equal(answer.GetProperty("claims").GetProperty("sub").GetString(), before.GetProperty("sub").GetString());
        Assert.False(revoked.GetProperty("after").GetProperty("active").GetBoolean());
        Assert.Equal("401", revoked.GetProperty("userinfo").GetString());
    }

    [Fact]
    public async Task A_public_client_revokes_its_token_and_may_not_ask_about_any()
    {
        var revoked = (await peers.SignedInAsync("public-rp")).GetProperty("revoked");

        // Anybody can call themselves by its name.
        Assert.Equal("unauthorized_client", revoked.GetProperty("before").GetProperty("refused").GetString());
        Assert.Equal("401", revoked.GetProperty("userinfo").GetString());
    }

    [Fact]
    public async Task A_resident_is_one_subject_at_a_relying_party_and_another_at_the_next()
    {
        var first = Subject(await peers.SignedInAsync("ps-rp"));
        var again = Subject(await peers.SignInAsync("ps-rp"));
        var elsewhere = Subject(await peers.SignedInAsync("yueshengshi"));

        Assert.Equal(first, again);
        Assert.NotEqual(first, elsewhere);
    }

    /// <summary>The library has checked what it knows; SM2 is left to sm-crypto and the key that the hub publishes.</summary>
    private async Task CheckSignatureAsync(JsonElement answer, string algorithm, JsonElement header)
    {
        var accessToken = answer.GetProperty("accessToken").GetString()!;
        var atHash = answer.GetProperty("claims").GetProperty("at_hash").GetString();
        if (algorithm != "SGD_SM3_SM2")
        {
            Assert.Equal(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, 16)), atHash);
            return;
        }

        using var http = peers.NewHubClient();
        var keys = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(".well-known/jwks", Stop));
        var jwk = keys.GetProperty("keys").EnumerateArray()
            .Single(key => key.GetProperty("kid").GetString() == header.GetProperty("kid").GetString());
        var verdict = await NodePeers.RunAsync("sm2-verifier.mjs", new
        {
            jws = answer.GetProperty("idToken").GetString(), jwk, userId = "1234567812345678", accessToken,
        });

        Assert.True(verdict.GetProperty("valid").GetBoolean());
        Assert.False(verdict.GetProperty("tampered").GetBoolean());
        Assert.Equal(atHash, verdict.GetProperty("atHash").GetString());
    }

    private static string? Subject(JsonElement answer) => answer.GetProperty("claims").GetProperty("sub").GetString();

    private static JsonElement Part(string token, int index) =>
        JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(token.Split('.')[index]));
}
