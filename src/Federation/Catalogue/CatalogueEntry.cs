using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue;

/// <summary>An item or a bundle, as lists and searches show both alike.</summary>
internal sealed record CatalogueEntry(string Code, LocalizedText Name, ServiceItem? Item, ServiceBundle? Bundle)
{
    private const string WholeProvince = "guangdong";

    public string Kind => Item is null ? "bundle" : "item";

    public IReadOnlyList<ServiceItem> Items { get; } = Item is null ? Bundle!.Items : [Item];

    public AssuranceLevel RequiredLoa => Items.Max(item => item.RequiredLoa);

    /// <summary>What filing it here takes: counter-only parts ask for nothing here. Ask only where it is <see cref="Online"/>.</summary>
    public AssuranceLevel FilingLoa => Items.Where(item => item.Online).Max(item => item.RequiredLoa);

    /// <summary>Whether anything of it can be filed here: a bundle leaves its counter-only parts to the counter.</summary>
    public bool Online => Items.Any(item => item.Online);

    /// <summary>How an application for all of it is signed: as the strictest of its online items asks.</summary>
    public SigningNeed Signing => Items.Where(item => item.Online).Select(item => item.Signing).DefaultIfEmpty().Max();

    public string Audience => Items[0].Audience;

    /// <summary>The place where it holds; the province where its items differ.</summary>
    public string Region => Common(item => item.Region) ?? WholeProvince;

    /// <summary>Null for a bundle that several departments share.</summary>
    public Department? Department => Common(item => item.Department);

    private TPart? Common<TPart>(Func<ServiceItem, TPart> part)
        where TPart : class
    {
        var first = part(Items[0]);
        return Items.All(item => first.Equals(part(item))) ? first : null;
    }

    public static CatalogueEntry Of(ServiceItem item) => new(item.Code, item.Name, item, null);

    public static CatalogueEntry Of(ServiceBundle bundle) => new(bundle.Code, bundle.Name, null, bundle);
}
