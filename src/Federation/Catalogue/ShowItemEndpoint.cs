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
    string? Bundle, string Version, IReadOnlyList<DocumentBody> Documents, IReadOnlyList<FieldBody> Fields, IReadOnlyList<ItemBody>? Items,
    SharesBody Shares, string Signing)
{
    /// <summary>Of a bundle in order: by code of an item, the codes that must be accepted before it goes out. What is not named goes out at once.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? After { get; init; }

    public static ItemBody Of(CatalogueEntry entry, string version, string? language)
    {
        var needs = EntryNeeds.Of(entry);
        return new(
            entry.Code, entry.Kind, entry.Name.In(language), DepartmentBody.Of(entry.Department, language), entry.Audience, entry.Region,
            CatalogueWords.Of(entry.RequiredLoa), entry.Online, entry.Item?.Bundle, version,
            [.. needs.Documents.Select(document => DocumentBody.Of(document, language))],
            [.. needs.Fields.Select(field => FieldBody.Of(field, language))],
            entry.Bundle is null ? null : [.. entry.Items.Select(item => Of(CatalogueEntry.Of(item), version, language))],
            SharesBody.Of(CatalogueShares.Of(entry)), SigningNeeds.Of(entry.Signing))
        {
            After = entry.Bundle?.Order.After,
        };
    }
}

/// <summary>What the resident is spared at best: by a home that proves every claim and a registry that has every licence.</summary>
/// <param name="Filled">Fields that nobody types, of <paramref name="Fields"/>.</param>
/// <param name="Waived">Materials that nobody hands in, of <paramref name="Materials"/>; what may follow later is not counted.</param>
/// <param name="FilledShare">0 to 1.</param>
/// <param name="WaivedShare">0 to 1.</param>
internal sealed record SharesBody(int Fields, int Filled, double FilledShare, int Materials, int Waived, double WaivedShare, int Deferrable, int Uploads)
{
    private const int Digits = 3;

    public static SharesBody Of(CatalogueShares shares) => new(
        shares.Fields, shares.Claims + shares.Licences, Math.Round(shares.Filled, Digits),
        shares.Documents, shares.Identity + shares.Licensed + shares.Committed, Math.Round(shares.Waived, Digits), shares.Deferrable, shares.Uploads);
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
