using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CrossBorder.Federation.Catalogue;
using Json.Schema;

namespace CrossBorder.Federation.Tests.Catalogue;

/// <summary>The published schema, the shipped file and the reader say the same.</summary>
public sealed class CatalogueSchemaTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalogue.schema.json"));
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromText(Text));

    [Fact]
    public void The_shipped_catalogue_holds_to_the_schema()
    {
        var judged = Judge(JsonNode.Parse(Shipped.Text())!);

        Assert.True(judged.IsValid, string.Join("; ", (judged.Details ?? []).Where(detail => !detail.IsValid).Select(detail => detail.InstanceLocation.ToString())));
    }

    // Places as JSON pointers, so that each line reads as the fault that it is.
    [Theory]
    [InlineData("/version", "null")]
    [InlineData("/version", "\"a version with blanks\"")]
    [InlineData("/version", "\"2026-11-24-and-much-more-than-thirty-two-letters\"")]
    [InlineData("/effectiveFrom", "\"soon\"")]
    [InlineData("/surprise", "1")]
    [InlineData("/items", "[]")]
    [InlineData("/departments/0/slug", "\"\"")]
    [InlineData("/departments/0/name/en", "\"\"")]
    [InlineData("/materials/0/surprise", "true")]
    [InlineData("/materials/0/waivableBy", "\"charm\"")]
    [InlineData("/materials/0/waivableBy", "\"commitment\"")]
    [InlineData("/materials/0/deferrable", "true")]
    [InlineData("/materials/0/deferDays", "5")]
    [InlineData("/materials/0/commitment", "{\"zh-Hant\":\"一\",\"zh-Hans\":\"一\",\"en\":\"one\"}")]
    [InlineData("/bundles/0/items", "[]")]
    [InlineData("/bundles/0/slug", "null")]
    [InlineData("/items/0/code", "\"\"")]
    [InlineData("/items/0/audience", "\"everyone\"")]
    [InlineData("/items/0/region", "\"\"")]
    [InlineData("/items/0/requiredLoa", "\"highest\"")]
    [InlineData("/items/0/online", "null")]
    [InlineData("/items/0/signing", "\"blood\"")]
    [InlineData("/items/0/answerWithin", "3")]
    [InlineData("/items/0/decideWithin", "3")]
    [InlineData("/items/0/name", "{\"en\":\"English alone\"}")]
    [InlineData("/items/0/fields/0/type", "\"colour\"")]
    [InlineData("/items/0/fields/0/type", "\"select\"")]
    [InlineData("/items/0/fields/0/required", "null")]
    [InlineData("/items/0/fields/0/prefill", "\"blood_type\"")]
    [InlineData("/items/0/fields/0/options", "[{\"value\":\"a\",\"label\":{\"zh-Hant\":\"一\",\"zh-Hans\":\"一\",\"en\":\"one\"}}]")]
    public void What_the_schema_refuses_the_reader_refuses_too(string place, string value)
    {
        var catalogue = JsonNode.Parse(Shipped.Text())!;
        var parts = place.Split('/')[1..];
        var holder = parts[..^1].Aggregate(catalogue, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!);
        holder[parts[^1]] = JsonNode.Parse(value);

        Assert.False(Judge(catalogue).IsValid);
        Assert.Equal("CB1003", CatalogueReader.Read(JsonSerializer.SerializeToUtf8Bytes(catalogue)).Error.Code);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"always\"")]
    [InlineData("{}")]
    [InlineData("{\"all\": []}")]
    [InlineData("{\"any\": 1}")]
    [InlineData("{\"not\": true}")]
    [InlineData("{\"age\": {}}")]
    [InlineData("{\"age\": {\"from\": -1}}")]
    [InlineData("{\"age\": {\"from\": 6, \"till\": 7}}")]
    [InlineData("{\"gender\": \"X\"}")]
    [InlineData("{\"jurisdiction\": \"\"}")]
    [InlineData("{\"document\": 1}")]
    [InlineData("{\"licence\": \"\"}")]
    [InlineData("{\"licence\": \"residence-permit\", \"attribute\": \"address\"}")]
    [InlineData("{\"licence\": \"residence-permit\", \"attribute\": \"number\", \"matches\": \".*\"}")]
    [InlineData("{\"licence\": \"residence-permit\", \"attribute\": \"valid_until\", \"toDays\": 1.5}")]
    [InlineData("{\"completed\": []}")]
    [InlineData("{\"completed\": [\"gd-si-005\"], \"fromMonths\": -1}")]
    [InlineData("{\"age\": {\"from\": 60}, \"gender\": \"F\"}")]
    [InlineData("{\"run\": \"code\"}")]
    public void A_condition_of_no_known_form_is_refused_by_both(string condition) => RefusedByBoth(Rule(condition));

    [Theory]
    [InlineData("key", "\"\"")]
    [InlineData("key", "null")]
    [InlineData("when", "null")]
    [InlineData("reason", "{\"en\":\"English alone\"}")]
    [InlineData("againMonths", "0")]
    [InlineData("sourceNote", "\" \"")]
    [InlineData("sourceNote", "null")]
    public void A_rule_without_what_it_needs_is_refused_by_both(string member, string value)
    {
        var rule = Rule("{\"gender\": \"F\"}");
        rule[member] = JsonNode.Parse(value);

        RefusedByBoth(rule);
    }

    // What a schema cannot say.
    [Theory]
    [InlineData("{\"licence\": \"charm\"}", "asks for the unknown licence 'charm'")]
    [InlineData("{\"completed\": [\"gd-xx-001\"]}", "has a rule about the unknown item 'gd-xx-001'")]
    [InlineData("{\"age\": {\"from\": 60, \"to\": 50}}", "in their order")]
    [InlineData("{\"not\": {\"not\": {\"not\": {\"not\": {\"not\": {\"not\": {\"not\": {\"not\": {\"gender\": \"F\"}}}}}}}}}", "more than 8 deep")]
    public void The_reader_says_of_a_rule_what_is_wrong(string condition, string fault)
    {
        var catalogue = JsonNode.Parse(Shipped.Text())!;
        catalogue["items"]![0]!["proactive"] = new JsonArray(Rule(condition));

        var refused = CatalogueReader.Read(JsonSerializer.SerializeToUtf8Bytes(catalogue)).Error;
        Assert.Equal("CB1003", refused.Code);
        Assert.Contains(fault, refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", typeof(CatalogueFile))]
    [InlineData("department", typeof(CatalogueFile.NamedPart))]
    [InlineData("material", typeof(CatalogueFile.MaterialPart))]
    [InlineData("bundle", typeof(CatalogueFile.BundlePart))]
    [InlineData("item", typeof(CatalogueFile.ItemPart))]
    [InlineData("field", typeof(CatalogueFile.FieldPart))]
    [InlineData("text", typeof(CatalogueFile.TextPart))]
    [InlineData("rule", typeof(CatalogueFile.ProactivePart))]
    public void Schema_and_reader_know_the_same_members(string part, Type read)
    {
        using var schema = JsonDocument.Parse(Text);
        var described = part.Length == 0 ? schema.RootElement : schema.RootElement.GetProperty("$defs").GetProperty(part);

        Assert.Equal(
            read.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(member => member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name)).Order(StringComparer.Ordinal),
            described.GetProperty("properties").EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
    }

    private static void RefusedByBoth(JsonNode rule)
    {
        var catalogue = JsonNode.Parse(Shipped.Text())!;
        catalogue["items"]![0]!["proactive"] = new JsonArray(rule);

        Assert.False(Judge(catalogue).IsValid);
        Assert.Equal("CB1003", CatalogueReader.Read(JsonSerializer.SerializeToUtf8Bytes(catalogue)).Error.Code);
    }

    private static JsonObject Rule(string condition) => new()
    {
        ["key"] = "k", ["when"] = JsonNode.Parse(condition), ["sourceNote"] = "law",
        ["reason"] = new JsonObject { ["zh-Hant"] = "一", ["zh-Hans"] = "一", ["en"] = "one" },
    };

    private static EvaluationResults Judge(JsonNode catalogue) =>
        Schema.Value.Evaluate(JsonSerializer.SerializeToElement(catalogue), new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
}
