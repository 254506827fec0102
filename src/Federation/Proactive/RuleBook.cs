using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Rules;

namespace CrossBorder.Federation.Proactive;

/// <summary>The rules of the catalogue that can lead to an offer: of items that a person can file here.</summary>
internal static class RuleBook
{
    public static IEnumerable<ServiceItem> Items(ICatalogue catalogue) =>
        catalogue.Items.Where(item => item is { Online: true, Audience: "person", Proactive.Count: > 0 });

    /// <summary>The licences that some rule asks for, by which the resident chooses.</summary>
    public static IReadOnlyList<RequiredDocument> Licences(ICatalogue catalogue)
    {
        var kinds = ProactiveRules.LicenceKindsOf(Items(catalogue)).ToHashSet(StringComparer.Ordinal);
        return [.. catalogue.Materials.Where(material => kinds.Contains(material.Slug))];
    }

    /// <summary>The rule that an offer rests on; null where the catalogue has it no more, or the item cannot be filed any more.</summary>
    public static (ServiceItem Item, ProactiveRule Rule)? Find(ICatalogue catalogue, ProactiveOffer offer) =>
        catalogue.TryGetItem(offer.Item, out var item) && item.Online && item.Proactive.FirstOrDefault(rule => rule.Key == offer.Rule) is { } rule
            ? (item, rule)
            : null;
}
