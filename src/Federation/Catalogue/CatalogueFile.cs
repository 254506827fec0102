using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossBorder.Federation.Catalogue;

/// <summary>The catalogue as its file writes it: nothing is trusted before <see cref="CatalogueReader"/> has looked at it.</summary>
internal sealed record CatalogueFile(
    string? Version,
    DateTimeOffset? EffectiveFrom,
    IReadOnlyList<CatalogueFile.NamedPart>? Departments,
    IReadOnlyList<CatalogueFile.MaterialPart>? Materials,
    IReadOnlyList<CatalogueFile.BundlePart>? Bundles,
    IReadOnlyList<CatalogueFile.ItemPart>? Items)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    internal sealed record TextPart(
        [property: JsonPropertyName("zh-Hant")] string? Hant,
        [property: JsonPropertyName("zh-Hans")] string? Hans,
        [property: JsonPropertyName("en")] string? En);

    internal sealed record NamedPart(string? Slug, TextPart? Name);

    internal sealed record MaterialPart(
        string? Slug, TextPart? Name, string? WaivableBy, bool Deferrable, int? DeferDays, TextPart? Commitment);

    internal sealed record BundlePart(
        string? Slug, TextPart? Name, IReadOnlyList<string>? Items, IReadOnlyDictionary<string, IReadOnlyList<string>?>? After,
        string? Source, string? SourceNote);

    internal sealed record OptionPart(string? Value, TextPart? Label);

    internal sealed record FieldPart(
        string? Name, TextPart? Label, string? Type, bool? Required, IReadOnlyList<OptionPart>? Options, string? Prefill);

    internal sealed record ItemPart(
        string? Code,
        TextPart? Name,
        string? Department,
        string? Audience,
        string? Region,
        string? RequiredLoa,
        bool? Online,
        string? Bundle,
        IReadOnlyList<string>? Documents,
        IReadOnlyList<FieldPart>? Fields,
        int? AnswerWithin,
        int? DecideWithin,
        string? Signing,
        IReadOnlyList<string>? Keywords,
        string? Source,
        string? SourceNote,
        IReadOnlyList<ProactivePart>? Proactive);

    internal sealed record ProactivePart(string? Key, JsonElement? When, TextPart? Reason, int? AgainMonths, string? SourceNote);
}
