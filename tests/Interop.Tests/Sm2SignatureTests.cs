using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Interop.Tests;

/// <summary>What this product signs with SM2, foreign software accepts; and what was changed, it refuses.</summary>
public sealed class Sm2SignatureTests
{
    private const string UserId = "1234567812345678";

    [Fact]
    public async Task Sm_crypto_accepts_a_signed_message_and_refuses_a_changed_one()
    {
        await NodePeers.RequireAsync();
        using var key = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2);
        var jws = Jws.Sign(key, "test+jws", "{\"case\":\"CB-1\"}"u8);

        var verdict = await NodePeers.RunAsync("sm2-verifier.mjs", new { jws, jwk = Jwk(key), userId = UserId });

        Assert.True(verdict.GetProperty("valid").GetBoolean());
        Assert.False(verdict.GetProperty("tampered").GetBoolean());
    }

    [Fact]
    public async Task Sm_crypto_takes_the_same_SM3_digest_of_a_token()
    {
        await NodePeers.RequireAsync();
        const string accessToken = "eyJhbGciOiJTR0RfU00zX1NNMiJ9.e30.signature";
        using var key = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2);
        var jws = Jws.Sign(key, "test+jws", "{}"u8);

        var verdict = await NodePeers.RunAsync("sm2-verifier.mjs", new { jws, jwk = Jwk(key), userId = UserId, accessToken });

        var leftHalf = Digests.Sm3Bytes(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, 16);
        Assert.Equal(Base64Url.EncodeToString(leftHalf), verdict.GetProperty("atHash").GetString());
    }

    [Fact]
    public async Task OpenSSL_accepts_a_signed_message_and_refuses_a_changed_one()
    {
        await OpenSslVerifier.RequireAsync();
        using var key = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2);
        var jwk = Jwk(key);
        var (x, y) = (Coordinate(jwk, "x"), Coordinate(jwk, "y"));
        var jws = Jws.Sign(key, "test+jws", "{\"case\":\"CB-1\"}"u8);
        var parts = jws.Split('.');
        var changed = $"{parts[0]}.{Base64Url.EncodeToString("{\"case\":\"CB-2\"}"u8)}.{parts[2]}";

        Assert.True(await OpenSslVerifier.VerifySm2Async(jws, x, y));
        Assert.False(await OpenSslVerifier.VerifySm2Async(changed, x, y));
    }

    private static JsonElement Jwk(SoftwareSigningKey key) => JsonDocument.Parse(key.PublicKey.ToJwk()).RootElement;

    private static byte[] Coordinate(JsonElement jwk, string name) => Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());
}
