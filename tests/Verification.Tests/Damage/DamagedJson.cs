using System.Text.Json.Nodes;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>Good JSON in which one to three values are replaced by what a writer of JSON can do worst.</summary>
internal static class DamagedJson
{
    private const string Mark = "\u0001hostile";

    private static readonly string[] Hostile =
    [
        "null", "true", "0", "-1", "1e400", "-1e-400", "253402300799", "99999999999999999999999999", "0.1", "\"\"", "\" \"", "\"\\u0000\"",
        "\"\\ud800\"", "\"\\udc00x\"", "{}", "[]", "[null]", "[{}]", "[[]]", "[\"\"]", "{\"a\":1,\"a\":2}", "{\"\\ud800\":1}", "\"\u00AD\u202E\"",
        "\"9999-12-31T23:59:59.9999999Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"2026-02-30\"", "\"AAAA\"", "\"====\"", "", "x",
        $"\"{new string('A', 20_000)}\"", $"\"{new string('啟', 5_000)}\"", new string('[', 5_000) + new string(']', 5_000), new string('9', 5_000),
        string.Concat(Enumerable.Repeat("{\"a\":", 2_000)) + "1" + new string('}', 2_000), $"[{string.Join(',', Enumerable.Repeat("null", 2_000))}]",
    ];

    public static Gen<string> Of(string good) =>
        Gen.Select(Gen.UInt, Gen.Int[0, Hostile.Length - 1]).Array[1, 3].Select(blows => blows.Aggregate(good, Strike));

    private static string Strike(string json, (uint At, int Hostile) blow)
    {
        if (Parsed(json) is not { } root)
            return json;

        var places = Places(root).ToList();
        if (places.Count == 0)
            return json;
        places[(int)(blow.At % (uint)places.Count)](JsonValue.Create(Mark));
        return Written(root)?.Replace("\"\\u0001hostile\"", Hostile[blow.Hostile], StringComparison.Ordinal) ?? json;
    }

    private static JsonNode? Parsed(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new() { MaxDepth = 64 });
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>Null where an earlier blow left half a character, which the object model cannot write.</summary>
    private static string? Written(JsonNode root)
    {
        try
        {
            return root.ToJsonString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Every place of the document, each as the act of putting something else there.</summary>
    private static IEnumerable<Action<JsonNode>> Places(JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in SafeMembers(members))
                {
                    yield return other => members[name] = other;
                    foreach (var place in value is null ? [] : Places(value))
                        yield return place;
                }

                break;
            case JsonArray items:
                for (var index = 0; index < Math.Min(items.Count, 8); index++)
                {
                    var here = index;
                    yield return other => items[here] = other;
                    foreach (var place in items[here] is { } value ? Places(value) : [])
                        yield return place;
                }

                break;
        }
    }

    /// <summary>A name twice makes the object model throw: such an object has no places of its own any more.</summary>
    private static List<KeyValuePair<string, JsonNode?>> SafeMembers(JsonObject members)
    {
        try
        {
            return [.. members];
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return [];
        }
    }
}
