using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossBorder.Federation.Catalogue.Versions;

/// <summary>Versions and previews as the command line prints them: in words, or as JSON for scripts.</summary>
internal static class CatalogueTelling
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static string Of(IReadOnlyList<CatalogueHead> heads, bool asJson) =>
        asJson ? JsonSerializer.Serialize(heads, Json) : string.Join(Environment.NewLine, heads.Select(Line));

    public static string Of(CatalogueHead head, bool asJson) => asJson ? JsonSerializer.Serialize(head, Json) : Line(head);

    public static string Of(CataloguePreview preview, bool asJson)
    {
        if (asJson)
            return JsonSerializer.Serialize(preview, Json);
        return string.Join(Environment.NewLine,
        [
            $"{Line(preview.Head)}, compared with {preview.ComparedWith}",
            string.Create(CultureInfo.InvariantCulture, $"fields filled: {preview.Before.Filled:P1} before, {preview.After.Filled:P1} after; materials waived: {preview.Before.Waived:P1} before, {preview.After.Waived:P1} after"),
            .. preview.Concerns.Select(concern => $"attention: {concern.Kind} {concern.Code} {concern.About}"),
            .. preview.Changes.SelectMany(change => Lines(change, preview.Running.GetValueOrDefault(change.Code))),
        ]);
    }

    private static string Line(CatalogueHead head) => string.Create(CultureInfo.InvariantCulture,
        $"{head.Version}  {head.State}  from {head.EffectiveFrom?.UtcDateTime.ToString("u", CultureInfo.InvariantCulture) ?? "publication"}  imported by {head.ImportedBy}{(head.PublishedBy is { } by ? ", published by " + by : "")}  {head.Digest}");

    private static IEnumerable<string> Lines(PartChange change, int running) =>
    [
        $"{change.Kind} {change.Part} {change.Code} {change.Name.En}" + (running > 0 ? $" ({running} cases under way)" : ""),
        .. change.Facts.Select(fact => $"    {fact.What}: {fact.Before ?? "(nothing)"} -> {fact.After ?? "(nothing)"}"),
    ];
}
