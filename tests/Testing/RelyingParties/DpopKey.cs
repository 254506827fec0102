using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Testing.RelyingParties;

/// <summary>The key of a sender (RFC 9449). Written on JSON and signatures alone, so that whatever a proof may have wrong can be made.</summary>
public sealed class DpopKey : IDisposable
{
    private readonly SoftwareSigningKey key;

    public DpopKey(string algorithm = "ES256")
    {
        AlgorithmCatalogue.TryGet(algorithm, out var found);
        key = SoftwareSigningKey.Generate(found!, "");
    }

    /// <summary>As <c>jkt</c> has it.</summary>
    public string Thumbprint => key.PublicKey.Thumbprint;

    /// <summary>The nonce that the hub gave last; goes into every proof from then on.</summary>
    public string? Nonce { get; set; }

    /// <summary>A proof for one request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="address">The address.</param>
    /// <param name="accessToken">The token that it comes with; null where it comes with none.</param>
    /// <param name="change">What is to be wrong with it: gets header and payload.</param>
    public string Prove(string method, Uri address, string? accessToken = null, Action<JsonObject, JsonObject>? change = null)
    {
        var header = new JsonObject
        {
            ["typ"] = "dpop+jwt",
            ["alg"] = key.Algorithm.Name,
            ["jwk"] = JsonNode.Parse(key.PublicKey.ToJwk()),
        };
        var payload = new JsonObject
        {
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["htm"] = method,
            ["htu"] = address.AbsoluteUri,
            ["iat"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
        };
        if (accessToken is not null)
            payload["ath"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)));
        if (Nonce is not null)
            payload["nonce"] = Nonce;
        change?.Invoke(header, payload);
        var input = $"{Encode(header)}.{Encode(payload)}";
        return $"{input}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(input)))}";
    }

    /// <summary>Its private half, for a proof that gives away what it should not.</summary>
    public JsonNode PrivateJwk() => JsonNode.Parse(key.ToPrivateJwk())!;

    public void Dispose() => key.Dispose();

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
