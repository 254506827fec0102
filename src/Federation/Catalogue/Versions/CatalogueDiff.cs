using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue.Versions;

/// <summary>One item, bundle, material or department that is not the same in two versions.</summary>
/// <param name="Facts">What of it differs; of what was added or removed, nothing: it is all new, or all gone.</param>
internal sealed record PartChange(PartKind Part, string Code, LocalizedText Name, PartChangeKind Kind, IReadOnlyList<FactChange> Facts);

/// <param name="What">In the words of the file.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where there is nothing any more.</param>
internal sealed record FactChange(string What, string? Before, string? After);

internal enum PartKind
{
    Item,
    Bundle,
    Material,
    Department,
}

internal enum PartChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>What a version changes of another.</summary>
internal static class CatalogueDiff
{
    public static IReadOnlyList<PartChange> Between(ServiceCatalogue before, ServiceCatalogue after) =>
    [
        .. Parts(PartKind.Item, before.Items, after.Items, item => item.Code, item => item.Name, EntryFacts.Of),
        .. Parts(PartKind.Bundle, before.Bundles, after.Bundles, bundle => bundle.Code, bundle => bundle.Name, EntryFacts.Of),
        .. Parts(PartKind.Material, before.Materials, after.Materials, material => material.Slug, material => material.Name, EntryFacts.Of),
        .. Parts(PartKind.Department, before.Departments, after.Departments, department => department.Slug, department => department.Name, EntryFacts.Of),
    ];

    private static IEnumerable<PartChange> Parts<TPart>(
        PartKind part, IReadOnlyList<TPart> before, IReadOnlyList<TPart> after, Func<TPart, string> code, Func<TPart, LocalizedText> name,
        Func<TPart, SortedDictionary<string, string>> facts)
    {
        var (old, current) = (before.ToDictionary(code, StringComparer.Ordinal), after.ToDictionary(code, StringComparer.Ordinal));
        foreach (var key in old.Keys.Union(current.Keys).Order(StringComparer.Ordinal))
        {
            if (!old.TryGetValue(key, out var was))
                yield return new(part, key, name(current[key]), PartChangeKind.Added, []);
            else if (!current.TryGetValue(key, out var becomes))
                yield return new(part, key, name(was), PartChangeKind.Removed, []);
            else if (Facts(facts(was), facts(becomes)) is { Count: > 0 } different)
                yield return new(part, key, name(becomes), PartChangeKind.Changed, different);
        }
    }

    private static List<FactChange> Facts(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
    [
        .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(what => new FactChange(what, before.GetValueOrDefault(what), after.GetValueOrDefault(what)))
            .Where(fact => !string.Equals(fact.Before, fact.After, StringComparison.Ordinal)),
    ];
}
