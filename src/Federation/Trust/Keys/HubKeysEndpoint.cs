using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>
/// <c>GET /api/hub-keys</c>: the hub's keys that receivers verify by certificate, from the day on which they are announced. Nobody needs it
/// who verifies the chain; it is for those whose rules make them know a certificate before it is used.
/// </summary>
internal static class HubKeysEndpoint
{
    public static void MapHubKeys(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/hub-keys", static (KeyRing ring) => Results.Json(new JsonObject { ["keys"] = new JsonArray([.. ring.All.Where(IsShown).Select(Shown)]) }))
            .WithName("ListHubKeys").WithTags("Trust").WithSummary("Certificates of the hub's keys that are announced, active and retiring, as a JSON Web Key Set");

    private static bool IsShown(PublishedKey key) => KeyUses.IsCertified(key.Use) && key.Signer is { Chain.Count: > 0 };

    private static JsonNode Shown(PublishedKey key)
    {
        var jwk = JsonNode.Parse(key.PublicKey.ToJwk(key.Algorithm, key.Signer!.Chain))!.AsObject();
        jwk["kid"] = key.Id;
        jwk["hubUse"] = key.Use;
        jwk["hubState"] = key.State.ToString().ToLowerInvariant();
        return jwk;
    }
}
