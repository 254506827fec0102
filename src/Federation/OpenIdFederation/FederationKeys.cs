using System.Text.Json.Nodes;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>The keys that the hub signs statements with, as they stand at this moment: they follow one another like those for tokens.</summary>
internal sealed class FederationKeys(KeyRing ring)
{
    /// <summary>What statements are signed with, by the hub and by its members.</summary>
    public static IReadOnlyList<string> Algorithms { get; } = [AlgorithmCatalogue.RS256.Name, AlgorithmCatalogue.PS256.Name, AlgorithmCatalogue.ES256.Name];

    /// <summary>Announced, active and retiring keys, as <c>jwks</c>.</summary>
    public JsonObject Published() => new() { ["keys"] = new JsonArray([.. ring.All.Where(key => key.Use == KeyUses.Federation).Select(Shown)]) };

    /// <summary>The one that signs now.</summary>
    /// <exception cref="InvalidOperationException">No key of this node signs statements: the settings promised one.</exception>
    public ISigningKey Signer => ring.For(KeyUses.Federation) is [var key, ..] ? key : throw new InvalidOperationException("No key for the federation signs on this node now.");

    private static JsonNode Shown(PublishedKey key)
    {
        var jwk = JsonNode.Parse(key.PublicKey.ToJwk(key.Algorithm))!.AsObject();
        jwk["kid"] = key.Id;
        jwk["use"] = "sig";
        return jwk;
    }
}
