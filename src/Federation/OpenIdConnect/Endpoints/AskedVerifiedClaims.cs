using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Tokens;

namespace CrossBorder.Federation.OpenIdConnect.Endpoints;

/// <summary>The verified claims that belong in one of the places where a client may ask for them.</summary>
internal static class AskedVerifiedClaims
{
    public const string UserInfo = "userinfo";
    public const string IdToken = "id_token";

    /// <summary>Null where nothing belongs there. Who named the scope and said no more gets all of them at userinfo.</summary>
    public static JsonNode? In(string place, VerifiedSession session, Grant grant, DateTimeOffset now)
    {
        if (grant.VerifiedClaims is not { } text)
            return place == UserInfo ? VerifiedClaims.Of(session) : null;

        using var asked = JsonDocument.Parse(text);
        if (asked.RootElement.TryGetProperty(place, out var here))
            return VerifiedClaims.Of(session, here, now);
        return place == UserInfo && grant.Scopes.Contains(HubScopes.Identity) ? VerifiedClaims.Of(session) : null;
    }
}
