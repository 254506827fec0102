using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Portal.Language;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>How a fact that the hub knows is read out.</summary>
internal static class KnownFacts
{
    public static string Show(FormField field, string value, PageLanguage language) => field.Type switch
    {
        FieldType.Date => PageTime.ShowDate(value, language.Tag),
        FieldType.Select when field.Options.FirstOrDefault(option => option.Value == value) is { } option => language[option.Label],
        _ => value,
    };

    /// <summary>For screen readers, which read a name aloud; null where the value is the page's own language or no language at all.</summary>
    public static string? LanguageOf(FormField field) => field switch
    {
        { Type: not FieldType.Text } => null,
        { Prefill.Claim: "name#zh-Hant" } => Languages.TraditionalChinese,
        { Prefill.Claim: "name#zh-Hans" } or { Prefill.LicenceKind: not null } => Languages.SimplifiedChinese,
        { Prefill.Claim: "name" } => Languages.English,
        _ => null,
    };
}
