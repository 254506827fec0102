using System.Text.Json.Nodes;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>
/// Applies a policy to metadata (OpenID Federation 1.0 section 6.1.3): <c>value</c>, <c>one_of</c>, <c>subset_of</c> and <c>essential</c>, which
/// are the operators that the hub writes. Pure.
/// </summary>
internal static class MetadataPolicy
{
    // A list in the form of a text (section 6.1.3.1.8).
    private const string Scope = "scope";

    /// <summary>What of the metadata is left; CB2140 where they must be other than they are.</summary>
    public static Outcome<JsonObject> Apply(JsonObject metadata, JsonObject policy)
    {
        var result = metadata.DeepClone().AsObject();
        foreach (var (name, rules) in policy)
            if (Apply(result, name, rules!.AsObject()) is { } refusal)
                return refusal;
        return result;
    }

    private static Error? Apply(JsonObject metadata, string name, JsonObject rules)
    {
        if (rules["value"] is { } value)
            metadata[name] = value.DeepClone();
        if (rules["one_of"] is JsonArray choices && metadata[name] is { } chosen && !choices.Any(choice => JsonNode.DeepEquals(choice, chosen)))
            return ErrorCatalogue.FederationMetadataRefused.With($"'{name}' is none of those that were registered.");
        if (rules["subset_of"] is JsonArray allowed && metadata[name] is { } present)
        {
            if (ListOf(name, present) is not { } list)
                return ErrorCatalogue.FederationMetadataRefused.With($"'{name}' is no list.");
            var kept = list.Where(item => allowed.Any(one => JsonNode.DeepEquals(one, item))).Select(item => item?.DeepClone()).ToArray();
            if (kept.Length == 0)
                metadata.Remove(name);
            else
                metadata[name] = name == Scope ? string.Join(' ', kept.Select(item => item!.GetValue<string>())) : new JsonArray(kept);
        }

        return rules["essential"] is JsonValue essential && essential.GetValue<bool>() && metadata[name] is null
            ? ErrorCatalogue.FederationMetadataRefused.With($"Nothing of '{name}' is registered.")
            : null;
    }

    private static IEnumerable<JsonNode?>? ListOf(string name, JsonNode value) => value switch
    {
        JsonArray array => array,
        JsonValue text when name == Scope && text.TryGetValue<string>(out var scopes) => scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(scope => (JsonNode?)scope),
        _ => null,
    };
}
