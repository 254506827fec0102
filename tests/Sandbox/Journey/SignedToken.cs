using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Crypto;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Sandbox.Journey;

/// <summary>Verifies a token against the hub's published keys, as a stranger would.</summary>
internal static class SignedToken
{
    public static async Task<(JsonElement Header, JsonElement Payload)> VerifyAsync(HttpClient hub, string token, CancellationToken cancellationToken)
    {
        var keys = JsonSerializer.Deserialize<JsonElement>(await PublishedKeysAsync(hub, cancellationToken));
        var parts = token.Split('.');
        var header = JsonSerializer.Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(parts[0]));
        var jwk = keys.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("kid").GetString() == header.GetProperty("kid").GetString());

        if (!AlgorithmCatalogue.TryGet(header.GetProperty("alg").GetString()!, out var algorithm))
            throw new InvalidOperationException("The algorithm is not in the catalogue.");
        var signature = WebEncoders.Base64UrlDecode(parts[2]);
        if (!VerificationKey.FromJwk(jwk.GetRawText()).Value.Verify(algorithm, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature))
            throw new InvalidOperationException("The signature does not hold.");
        return (header, JsonSerializer.Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(parts[1])));
    }

    /// <summary>The document behind <c>jwks_uri</c>.</summary>
    public static async Task<string> PublishedKeysAsync(HttpClient hub, CancellationToken cancellationToken)
    {
        var discovery = JsonSerializer.Deserialize<JsonElement>(await hub.GetStringAsync(".well-known/openid-configuration", cancellationToken));
        return await hub.GetStringAsync(discovery.GetProperty("jwks_uri").GetString(), cancellationToken);
    }

    /// <summary>The left half of the hash that goes with the id token's algorithm (OpenID Connect Core 3.1.3.6).</summary>
    public static string HalfHash(string algorithm, string value)
    {
        var bytes = Encoding.ASCII.GetBytes(value);
        var hash = algorithm == AlgorithmCatalogue.Sm2.Name ? Digests.Sm3Bytes(bytes) : SHA256.HashData(bytes);
        return WebEncoders.Base64UrlEncode(hash.AsSpan(0, hash.Length / 2));
    }
}
