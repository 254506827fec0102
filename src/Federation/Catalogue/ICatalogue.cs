using System.Diagnostics.CodeAnalysis;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue;

/// <summary>The items and bundles that this hub offers. Immutable: within one request it is one version, whatever is published meanwhile.</summary>
internal interface ICatalogue
{
    string Version { get; }

    IReadOnlyList<ServiceItem> Items { get; }

    IReadOnlyList<ServiceBundle> Bundles { get; }

    IReadOnlyList<Department> Departments { get; }

    IReadOnlyList<RequiredDocument> Materials { get; }

    /// <summary>An item or a bundle by its code. CB5003 where there is none.</summary>
    Outcome<CatalogueEntry> Find(string code);

    bool TryGetItem(string code, [MaybeNullWhen(false)] out ServiceItem item);

    bool TryGetBundle(string code, [MaybeNullWhen(false)] out ServiceBundle bundle);

    bool TryGetDepartment(string slug, [MaybeNullWhen(false)] out Department department);

    CataloguePage Search(CatalogueQuery query);
}
