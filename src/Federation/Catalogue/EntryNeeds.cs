namespace CrossBorder.Federation.Catalogue;

/// <summary>What an item asks for; for a bundle, what its online items ask for together, each thing once.</summary>
internal sealed record EntryNeeds(IReadOnlyList<FormField> Fields, IReadOnlyList<RequiredDocument> Documents)
{
    public static EntryNeeds Of(CatalogueEntry entry)
    {
        var items = entry.Item is null ? entry.Bundle!.OnlineItems : [entry.Item];
        return new(
            [.. items.SelectMany(item => item.Fields).GroupBy(field => field.Name).Select(Merge)],
            [.. items.SelectMany(item => item.Documents).DistinctBy(document => document.Slug)]);
    }

    // Typed by the resident as soon as one item cannot take it from elsewhere.
    private static FormField Merge(IEnumerable<FormField> same)
    {
        var fields = same.ToList();
        var prefill = fields.All(field => field.Prefill is not null) ? fields[0].Prefill : null;
        return fields[0] with { Required = fields.Any(field => field.Required), Prefill = prefill };
    }
}
