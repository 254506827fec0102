using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdFederation;

/// <summary>A statement as a stranger reads it: with the platform's own cryptography, and by nothing of the hub's code.</summary>
internal sealed record EntityStatement(string Compact, JsonElement Header, JsonElement Claims)
{
    public static EntityStatement Parse(string compact)
    {
        var parts = compact.Split('.');
        return new EntityStatement(compact, Part(parts[0]), Part(parts[1]));
    }

    public string? this[string claim] => Claims.TryGetProperty(claim, out var value) ? value.ToString() : null;

    public bool Has(string claim) => Claims.TryGetProperty(claim, out _);

    public JsonElement Keys => Claims.GetProperty("jwks").GetProperty("keys");

    /// <summary>Whether one key of a set, the one that the header names, made the signature.</summary>
    public bool IsSignedBy(JsonElement keys)
    {
        var kid = Header.GetProperty("kid").GetString();
        var jwk = Assert.Single(keys.EnumerateArray(), key => key.GetProperty("kid").GetString() == kid);
        var signed = Encoding.ASCII.GetBytes(Compact[..Compact.LastIndexOf('.')]);
        var signature = Base64Url.DecodeFromChars(Compact.AsSpan(Compact.LastIndexOf('.') + 1));
        if (Header.GetProperty("alg").GetString() == "ES256")
        {
            using var ec = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Bytes(jwk, "x"), Y = Bytes(jwk, "y") } });
            return ec.VerifyData(signed, signature, HashAlgorithmName.SHA256);
        }

        Assert.Equal("RS256", Header.GetProperty("alg").GetString());
        using var rsa = RSA.Create(new RSAParameters { Modulus = Bytes(jwk, "n"), Exponent = Bytes(jwk, "e") });
        return rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static byte[] Bytes(JsonElement jwk, string name) => Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());

    private static JsonElement Part(string text) => JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(text));
}
