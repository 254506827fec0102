using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Catalogue;

internal static class ShowItemEndpoint
{
    public static IResult Handle(ICatalogue catalogue, HttpContext context, string code, string? lang = null)
    {
        var found = catalogue.Find(code);
        return found.TryGetValue(out var entry)
            ? TypedResults.Ok(ItemBody.Of(entry, catalogue.Version, lang))
            : Problems.From(found, context);
    }
}

/// <summary>Everything that somebody needs to know to apply. Of a bundle: what its online items need together, and the items themselves.</summary>
internal sealed record ItemBody(
    string Code, string Kind, string Name, DepartmentBody? Department, string Audience, string Region, string RequiredLoa, bool Online,
    string? Bundle, string Version, IReadOnlyList<DocumentBody> Documents, IReadOnlyList<FieldBody> Fields, IReadOnlyList<ItemBody>? Items)
{
    public static ItemBody Of(CatalogueEntry entry, string version, string? language)
    {
        var needs = EntryNeeds.Of(entry);
        return new(
            entry.Code, entry.Kind, entry.Name.In(language), DepartmentBody.Of(entry.Department, language), entry.Audience, entry.Region,
            CatalogueWords.Of(entry.RequiredLoa), entry.Online, entry.Item?.Bundle, version,
            [.. needs.Documents.Select(document => DocumentBody.Of(document, language))],
            [.. needs.Fields.Select(field => FieldBody.Of(field, language))],
            entry.Bundle is null ? null : [.. entry.Items.Select(item => Of(CatalogueEntry.Of(item), version, language))]);
    }
}

internal sealed record DepartmentBody(string Slug, string Name)
{
    public static DepartmentBody? Of(Department? department, string? language) =>
        department is null ? null : new(department.Slug, department.Name.In(language));
}

internal sealed record DocumentBody(
    string Slug, string Name, string? WaivableBy, bool Deferrable, int? DeferDays, string? Commitment)
{
    public static DocumentBody Of(RequiredDocument document, string? language) =>
        new(document.Slug, document.Name.In(language), CatalogueWords.Of(document.WaivableBy), document.Deferrable, document.DeferDays,
            document.Commitment?.In(language));
}

internal sealed record FieldBody(
    string Name, string Label, string Type, IReadOnlyList<OptionBody>? Options, bool Required, string? Prefill)
{
    public static FieldBody Of(FormField field, string? language) => new(
        field.Name, field.Label.In(language), CatalogueWords.Of(field.Type),
        field.Options.Count == 0 ? null : [.. field.Options.Select(option => new OptionBody(option.Value, option.Label.In(language)))],
        field.Required, field.Prefill?.Text);
}

internal sealed record OptionBody(string Value, string Label);
