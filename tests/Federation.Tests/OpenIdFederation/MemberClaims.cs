using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Tests.OpenIdFederation;

/// <summary>Writes what a member says of itself, right or wrong.</summary>
internal static class MemberClaims
{
    /// <param name="member">Its identifier.</param>
    /// <param name="hub">Whom it names above itself.</param>
    /// <param name="key">Its federation key.</param>
    /// <param name="changes">Claims added or changed; null leaves one out.</param>
    public static JsonObject Of(string member, string hub, ISigningKey key, params (string Name, JsonNode? Value)[] changes)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = member, ["sub"] = member, ["iat"] = now, ["exp"] = now + 3600,
            ["jwks"] = new JsonObject { ["keys"] = new JsonArray(JsonNode.Parse(key.PublicKey.ToJwk(key.Algorithm))) },
            ["authority_hints"] = new JsonArray(hub),
            ["metadata"] = new JsonObject { ["openid_provider"] = new JsonObject { ["issuer"] = member, ["organization_name"] = "A provider" } },
        };
        foreach (var (name, value) in changes)
            if (value is null)
                claims.Remove(name);
            else
                claims[name] = value;
        return claims;
    }
}
