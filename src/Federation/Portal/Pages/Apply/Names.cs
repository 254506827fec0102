using CrossBorder.Federation.Catalogue;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>Names and ids of the form's controls.</summary>
internal static class Names
{
    public const string Key = "key";
    public const string Version = "version";
    public const string Commit = "commit";
    public const string Defer = "defer";

    public static string Shown(RequiredDocument document) => "shown-" + document.Slug;

    public static string Field(FormField field) => "field-" + field.Name;

    public static string File(RequiredDocument document) => "file-" + document.Slug;

    public static string Kept(RequiredDocument document) => "kept-" + document.Slug;
}
