using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Messages;

/// <summary>Writes authorization requests as a client would sign them, right or wrong.</summary>
internal static class RequestObjects
{
    public const string Type = "oauth-authz-req+jwt";

    /// <summary>A good request of now.</summary>
    /// <param name="client">Whose.</param>
    /// <param name="issuer">For whom.</param>
    /// <param name="changes">Members added or changed; null leaves one out.</param>
    public static JsonObject Claims(RelyingPartyClient client, string issuer, params (string Name, JsonNode? Value)[] changes)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new JsonObject
        {
            ["iss"] = client.ClientId,
            ["aud"] = issuer,
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["client_id"] = client.ClientId,
            ["redirect_uri"] = RelyingPartyClient.Callback,
            ["response_type"] = "code",
            ["scope"] = client.Scope,
            ["state"] = "state-inside",
            ["nonce"] = client.Nonce,
            ["code_challenge"] = System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(client.Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
            if (value is null)
                claims.Remove(name);
            else
                claims[name] = value;
        return claims;
    }

    public static string Sign(ISigningKey key, JsonObject claims, string type = Type) => Jws.Sign(key, type, JsonSerializer.SerializeToUtf8Bytes(claims));

    /// <summary>A message with a header of one's own over a signature by that key.</summary>
    public static string SignUnder(ISigningKey key, object header, JsonObject claims)
    {
        var input = $"{Encode(JsonSerializer.SerializeToUtf8Bytes(header))}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{input}.{Encode(key.Sign(System.Text.Encoding.ASCII.GetBytes(input)))}";
    }

    public static string Unsigned(JsonObject claims) =>
        $"{Encode("""{"alg":"none"}"""u8)}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}.";

    private static string Encode(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
