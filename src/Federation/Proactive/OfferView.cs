using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Rules;
using CrossBorder.Federation.Proactive.Evaluation;

namespace CrossBorder.Federation.Proactive;

/// <summary>An offer as it stands now.</summary>
/// <param name="Facts">What the reason rests on.</param>
/// <param name="Until">The last day on which the rule holds; null where the day never changes it.</param>
internal sealed record OfferView(
    string Id, ServiceItem Item, ProactiveRule Rule, IReadOnlyList<UsedFact> Facts, DateOnly? Until, DateTimeOffset FoundAt);
