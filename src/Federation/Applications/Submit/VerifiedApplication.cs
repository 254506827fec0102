using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Catalogue;

namespace CrossBorder.Federation.Applications.Submit;

/// <summary>An application that holds: obtainable only from <see cref="SubmitApplicationValidator"/>.</summary>
/// <param name="CounterOnly">Items of a bundle that the resident still does at a counter.</param>
internal sealed record VerifiedApplication(
    CatalogueEntry Entry, string CatalogueVersion, IReadOnlyList<VerifiedPart> Parts, IReadOnlyList<ServiceItem> CounterOnly)
{
    /// <summary>By what the resident stands by it; null where the item asks for nothing.</summary>
    public SigningProof? Proof { get; init; }

    /// <summary>Codes of the parts that must be accepted before this one goes out.</summary>
    public IReadOnlyList<string> Before(VerifiedPart part) =>
        Entry.Bundle?.Order.Before(part.Item.Code, Parts.Select(filed => filed.Item.Code).ToHashSet(StringComparer.Ordinal)) ?? [];
}

/// <summary>What one item's department gets.</summary>
internal sealed record VerifiedPart(
    ServiceItem Item, IReadOnlyDictionary<string, string> Form, IReadOnlyList<SettledMaterial> Materials);
