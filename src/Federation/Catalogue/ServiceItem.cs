using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue;

/// <summary>Something a resident can apply for, as product data holds it.</summary>
internal sealed record ServiceItem(
    string Code,
    LocalizedText Name,
    Department Department,
    string Audience,
    string Region,
    AssuranceLevel RequiredLoa,
    bool Online,
    string? Bundle,
    IReadOnlyList<RequiredDocument> Documents,
    IReadOnlyList<FormField> Fields,
    IReadOnlyList<string> Keywords);

/// <summary>Several items applied for in one go (一件事).</summary>
internal sealed record ServiceBundle(string Code, LocalizedText Name, IReadOnlyList<ServiceItem> Items)
{
    /// <summary>The items that can be filed online; the rest is done at a counter.</summary>
    public IReadOnlyList<ServiceItem> OnlineItems { get; } = [.. Items.Where(item => item.Online)];

    public AssuranceLevel RequiredLoa => Items.Max(item => item.RequiredLoa);

    /// <summary>What of it waits for what.</summary>
    public BundleOrder Order { get; init; } = BundleOrder.Parallel;
}

internal sealed record Department(string Slug, LocalizedText Name);

/// <summary>A material that an item asks for, and how it can be spared.</summary>
internal sealed record RequiredDocument(string Slug, LocalizedText Name, Waiver WaivableBy, bool Deferrable);

/// <summary>What makes an upload unnecessary.</summary>
internal enum Waiver
{
    None,
    VerifiedIdentity,
    ElectronicLicence,
    Commitment,
}
