using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue;

internal sealed class ServiceCatalogue : ICatalogue
{
    private readonly FrozenDictionary<string, ServiceItem> items;
    private readonly FrozenDictionary<string, ServiceBundle> bundles;
    private readonly FrozenDictionary<string, Department> departments;
    private readonly CatalogueSearch search;

    public ServiceCatalogue(
        string version,
        DateTimeOffset? effectiveFrom,
        IReadOnlyList<ServiceItem> items,
        IReadOnlyList<ServiceBundle> bundles,
        IReadOnlyList<Department> departments,
        IReadOnlyList<RequiredDocument> materials)
    {
        Version = version;
        EffectiveFrom = effectiveFrom;
        Materials = materials;
        Items = items;
        Bundles = bundles;
        Departments = departments;
        this.items = items.ToFrozenDictionary(item => item.Code, StringComparer.Ordinal);
        this.bundles = bundles.ToFrozenDictionary(bundle => bundle.Code, StringComparer.Ordinal);
        this.departments = departments.ToFrozenDictionary(department => department.Slug, StringComparer.Ordinal);
        search = new CatalogueSearch([.. bundles.Select(CatalogueEntry.Of), .. items.Select(CatalogueEntry.Of)]);
    }

    public string Version { get; }

    /// <summary>From when it is meant to count; null for as soon as it is published.</summary>
    public DateTimeOffset? EffectiveFrom { get; }

    public IReadOnlyList<RequiredDocument> Materials { get; }

    public IReadOnlyList<ServiceItem> Items { get; }

    public IReadOnlyList<ServiceBundle> Bundles { get; }

    public IReadOnlyList<Department> Departments { get; }

    public Outcome<CatalogueEntry> Find(string code)
    {
        if (TryGetItem(code, out var item))
            return CatalogueEntry.Of(item);
        if (TryGetBundle(code, out var bundle))
            return CatalogueEntry.Of(bundle);
        return ErrorCatalogue.ItemUnknown.With("There is no item or bundle of this code.");
    }

    public bool TryGetItem(string code, [MaybeNullWhen(false)] out ServiceItem item) => items.TryGetValue(code, out item);

    public bool TryGetBundle(string code, [MaybeNullWhen(false)] out ServiceBundle bundle) => bundles.TryGetValue(code, out bundle);

    public bool TryGetDepartment(string slug, [MaybeNullWhen(false)] out Department department) =>
        departments.TryGetValue(slug, out department);

    /// <summary>Makes the index, so that nobody who searches waits for it.</summary>
    public void Prepare() => search.Prepare();

    public CataloguePage Search(CatalogueQuery query) => search.Find(query);
}
