using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;

namespace CrossBorder.Verification.Tests.Crypto;

public sealed class KeyTests
{
    public static TheoryData<string> Algorithms => [.. AlgorithmCatalogue.All.Select(algorithm => algorithm.Name)];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_key_survives_pkcs8_and_jwk(string name)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        var key = Keys.Of(algorithm);
        var fromPem = SoftwareSigningKey.FromPkcs8Pem(key.ToPkcs8Pem(), algorithm).Value;
        var fromJwk = SoftwareSigningKey.FromJwk(key.ToPrivateJwk()).Value;
        var publicKey = VerificationKey.FromJwk(key.PublicKey.ToJwk(algorithm)).Value;

        Assert.Equal(key.KeyId, fromPem.KeyId);
        Assert.Equal(algorithm, fromJwk.Algorithm);
        Assert.True(publicKey.IsSameKeyAs(fromPem.PublicKey));
        Assert.True(publicKey.Verify(algorithm, "data"u8, fromJwk.Sign("data"u8)));
    }

    [Theory]
    [InlineData("sm2p256v1")]
    [InlineData("SM2-P-256")]
    [InlineData("SM2")]
    public void Every_name_of_the_curve_gives_one_thumbprint(string curve)
    {
        var key = Keys.Of(AlgorithmCatalogue.Sm2).PublicKey;
        var json = JsonNode.Parse(key.ToJwk())!;
        json["crv"] = curve;
        Assert.Equal(key.Thumbprint, VerificationKey.FromJwk(json.ToJsonString()).Value.Thumbprint);
    }

    [Fact]
    public void The_thumbprint_is_that_of_RFC_7638()
    {
        const string Example = """
            {"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB","alg":"RS256","kid":"2011-04-29"}
            """;
        var key = VerificationKey.FromJwk(Example).Value;
        Assert.Equal("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", key.Thumbprint);
        Assert.Equal("2011-04-29", key.KeyId);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("""{"kty":"oct","k":"AAAA"}""")]
    [InlineData("""{"kty":"EC","crv":"P-521","x":"AA","y":"AA"}""")]
    [InlineData("""{"kty":"EC","crv":"sm2p256v1","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE","y":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE","y":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE"}""")]
    [InlineData("""{"kty":"RSA","n":"AQAB","e":"AQAB"}""")]
    public void A_malformed_off_curve_or_weak_key_is_refused_with_CB3007(string json) =>
        Assert.Equal("CB3007", VerificationKey.FromJwk(json).Error.Code);

    [Fact]
    public void A_private_key_given_as_a_public_one_is_refused_with_CB3007() =>
        Assert.Equal("CB3007", VerificationKey.FromJwk(Keys.Of(AlgorithmCatalogue.Sm2).ToPrivateJwk()).Error.Code);

    [Fact]
    public void Halves_of_two_keys_are_refused_with_CB3007()
    {
        var mixed = JsonNode.Parse(Keys.Of(AlgorithmCatalogue.Sm2).ToPrivateJwk())!;
        mixed["d"] = JsonNode.Parse(Keys.Of(AlgorithmCatalogue.Sm2).ToPrivateJwk())!["d"]!.GetValue<string>();
        Assert.Equal("CB3007", SoftwareSigningKey.FromJwk(mixed.ToJsonString()).Error.Code);
    }

    [Fact]
    public void A_key_of_another_kind_than_its_algorithm_is_refused_with_CB3007() =>
        Assert.Equal("CB3007", SoftwareSigningKey.FromPkcs8Pem(Keys.Of(AlgorithmCatalogue.ES256).ToPkcs8Pem(), AlgorithmCatalogue.Sm2).Error.Code);

    [Fact]
    public void A_key_works_on_many_threads_at_once()
    {
        foreach (var algorithm in AlgorithmCatalogue.All)
        {
            var key = Keys.Of(algorithm);
            var results = new System.Collections.Concurrent.ConcurrentBag<bool>();
            Parallel.For(0, 64, index =>
            {
                var data = BitConverter.GetBytes(index);
                results.Add(key.PublicKey.Verify(algorithm, data, key.Sign(data)));
            });
            Assert.DoesNotContain(false, results);
        }
    }
}
