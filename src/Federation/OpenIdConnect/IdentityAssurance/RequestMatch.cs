using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossBorder.Federation.OpenIdConnect.IdentityAssurance;

/// <summary>
/// Holds what there is against what was asked for, and keeps of it what was asked for and no more (OpenID Connect for Identity Assurance 1.0,
/// sections 6.2 to 6.5).
/// </summary>
internal sealed class RequestMatch(DateTimeOffset now)
{
    /// <summary>The members asked for; null where one must be something that it is not: nothing is given then.</summary>
    public JsonObject? All(JsonObject have, JsonElement wanted)
    {
        var found = new JsonObject();
        foreach (var member in wanted.EnumerateObject())
            if (have[member.Name] is not { } one)
            {
                if (IsCondition(member.Value))
                    return null;
            }
            else if (Of(one, member.Value) is { } selected)
                found[member.Name] = selected;
            else
                return null;
        return found;
    }

    /// <summary>The members asked for that there are, and that are what they must be.</summary>
    public JsonObject Some(JsonObject have, JsonElement wanted)
    {
        var found = new JsonObject();
        foreach (var member in wanted.EnumerateObject())
            if (have[member.Name] is { } one && Of(one, member.Value) is { } selected)
                found[member.Name] = selected;
        return found;
    }

    private JsonNode? Of(JsonNode have, JsonElement wanted) => (have, wanted.ValueKind) switch
    {
        (_, JsonValueKind.Null) => have.DeepClone(),
        (JsonObject group, JsonValueKind.Object) => All(group, wanted),
        (JsonArray list, JsonValueKind.Array) => AnyOf(list, wanted),
        (JsonValue value, JsonValueKind.Object) when Holds(value, wanted) => value.DeepClone(),
        _ => null,
    };

    /// <summary>Each piece that one of the wishes fits.</summary>
    private JsonArray? AnyOf(JsonArray have, JsonElement wanted)
    {
        var found = have.OfType<JsonNode>()
            .Select(piece => wanted.EnumerateArray().Select(wish => Of(piece, wish)).FirstOrDefault(selected => selected is not null))
            .OfType<JsonNode>().ToArray();
        return found.Length > 0 ? new JsonArray(found) : null;
    }

    private bool Holds(JsonValue have, JsonElement wanted) =>
        (!wanted.TryGetProperty("value", out var value) || IsSame(have, value))
        && (!wanted.TryGetProperty("values", out var values) || values.ValueKind == JsonValueKind.Array && values.EnumerateArray().Any(one => IsSame(have, one)))
        && (!wanted.TryGetProperty("max_age", out var age) || IsYoung(have, age));

    private static bool IsSame(JsonValue have, JsonElement value) => JsonNode.DeepEquals(have, JsonSerializer.SerializeToNode(value));

    private bool IsYoung(JsonValue have, JsonElement age) =>
        age.ValueKind == JsonValueKind.Number && age.TryGetDouble(out var seconds)
        && have.TryGetValue<string>(out var text) && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time)
        && (now - time).TotalSeconds <= seconds;

    /// <summary>A wish that is not fulfilled by leaving it out.</summary>
    private static bool IsCondition(JsonElement wanted) => wanted.ValueKind == JsonValueKind.Array
        || wanted.ValueKind == JsonValueKind.Object && (wanted.TryGetProperty("value", out _) || wanted.TryGetProperty("values", out _)
            || wanted.TryGetProperty("max_age", out _) || wanted.TryGetProperty("essential", out var essential) && essential.ValueKind == JsonValueKind.True);
}
