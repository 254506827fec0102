using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue;

/// <summary>One field of an item's form.</summary>
internal sealed record FormField(
    string Name,
    LocalizedText Label,
    FieldType Type,
    bool Required,
    IReadOnlyList<FieldOption> Options,
    PrefillSource? Prefill);

internal sealed record FieldOption(string Value, LocalizedText Label);

internal enum FieldType
{
    Text,
    Date,
    Number,
    Tel,
    Email,
    Select,
}
