using CrossBorder.Federation.Catalogue.Rules;
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
    IReadOnlyList<string> Keywords)
{
    /// <summary>Null where its department's own terms hold.</summary>
    public PromisedTerms? Terms { get; init; }

    /// <summary>When it is offered before anybody asks; empty where never.</summary>
    public IReadOnlyList<ProactiveRule> Proactive { get; init; } = [];

    /// <summary>How the resident stands by an application for it.</summary>
    public SigningNeed Signing { get; init; }
}

/// <summary>Working days that this item takes, where it is not as long as its department takes otherwise.</summary>
/// <param name="AnswerWithin">To say whether it is taken on, or what is missing.</param>
/// <param name="DecideWithin">To decide.</param>
internal sealed record PromisedTerms(int AnswerWithin, int DecideWithin);

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
/// <param name="Commitment">What the resident signs instead of handing it in (告知承諾), word for word; null unless it is waivable so.</param>
/// <param name="DeferDays">Days from filing until it is due where it may follow later (容缺); null where it may not.</param>
internal sealed record RequiredDocument(string Slug, LocalizedText Name, Waiver WaivableBy, LocalizedText? Commitment, int? DeferDays)
{
    public bool Deferrable => DeferDays is not null;
}

/// <summary>What makes an upload unnecessary.</summary>
internal enum Waiver
{
    None,
    VerifiedIdentity,
    ElectronicLicence,
    Commitment,
}
