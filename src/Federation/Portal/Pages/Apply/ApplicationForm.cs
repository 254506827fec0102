using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>The form for one person and one entry: what is known already, and what is left to ask.</summary>
internal sealed record ApplicationForm(
    CatalogueEntry Entry,
    IReadOnlyList<KnownFact> Known,
    IReadOnlyList<FormField> Asked,
    IReadOnlyList<FormField> Unproved,
    IReadOnlyList<RequiredDocument> Waived,
    IReadOnlyList<RequiredDocument> Materials)
{
    public static ApplicationForm Of(CatalogueEntry entry, PrefilledForm prefilled)
    {
        var needs = EntryNeeds.Of(entry);
        bool IsKnown(FormField field) => prefilled.Values.ContainsKey(field.Name) || prefilled.Withheld.Contains(field.Name);
        var open = needs.Fields.Where(field => !IsKnown(field)).ToList();
        return new(
            entry,
            [.. needs.Fields.Where(IsKnown).Select(field => new KnownFact(field, prefilled.Values.GetValueOrDefault(field.Name)))],
            [.. open.Where(field => !IsProvedOrAbsent(field))],
            [.. open.Where(field => IsProvedOrAbsent(field) && field.Required)],
            [.. needs.Documents.Where(document => prefilled.WaivedMaterials.Contains(document.Slug))],
            [.. needs.Documents.Where(document => !prefilled.WaivedMaterials.Contains(document.Slug))]);
    }

    /// <summary>Who gets what is filed here.</summary>
    public IReadOnlyList<Department> Recipients => [.. Entry.Items.Where(item => item.Online).Select(item => item.Department).Distinct()];

    // What the home did not sign about a person cannot be typed in instead.
    private static bool IsProvedOrAbsent(FormField field) => field.Prefill is { Claim: not null, IsContact: false };
}

/// <param name="Value">Null where it is known, and not for who is there.</param>
internal sealed record KnownFact(FormField Field, string? Value);
