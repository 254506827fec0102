using System.Text;
using System.Text.Json.Nodes;

namespace CrossBorder.Federation.Tests.Catalogue.Versions;

/// <summary>The shipped catalogue under another version, with something changed.</summary>
internal static class Edited
{
    public static byte[] Catalogue(string version, Action<JsonNode>? change = null, DateTimeOffset? effectiveFrom = null)
    {
        var catalogue = JsonNode.Parse(Shipped.Text())!;
        catalogue["version"] = version;
        catalogue.AsObject().Remove("effectiveFrom");
        if (effectiveFrom is { } from)
            catalogue["effectiveFrom"] = from;
        change?.Invoke(catalogue);
        return Encoding.UTF8.GetBytes(catalogue.ToJsonString());
    }

    public static JsonNode Item(this JsonNode catalogue, string code) => catalogue["items"]!.AsArray().Single(item => (string?)item!["code"] == code)!;

    public static JsonNode Bundle(this JsonNode catalogue, string slug) => catalogue["bundles"]!.AsArray().Single(bundle => (string?)bundle!["slug"] == slug)!;

    public static void Rename(this JsonNode catalogue, string code, string name) =>
        catalogue.Item(code)["name"] = new JsonObject { ["zh-Hant"] = name, ["zh-Hans"] = name, ["en"] = name };

    public static void Remove(this JsonNode catalogue, string code) => catalogue["items"]!.AsArray().Remove(catalogue.Item(code));
}
