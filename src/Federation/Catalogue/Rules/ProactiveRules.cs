using System.Text.Json;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue.Rules;

/// <summary>Reads the rules of an item out of the file.</summary>
internal static class ProactiveRules
{
    private const int LongestKey = 40, MostMonths = 1200;

    /// <param name="parts">As the file writes them.</param>
    /// <param name="licences">Whether there is a material of that slug.</param>
    /// <param name="text">Reads a text in three languages, or tells its fault.</param>
    /// <param name="fault">Takes what is wrong: where, and what.</param>
    public static IReadOnlyList<ProactiveRule> Read(
        IReadOnlyList<CatalogueFile.ProactivePart>? parts, Func<string, bool> licences, Func<CatalogueFile.TextPart?, string, LocalizedText> text,
        Action<string, string> fault)
    {
        var rules = new List<ProactiveRule>();
        foreach (var part in parts ?? [])
        {
            var where = $"rule '{part.Key}'";
            if (part.Key is not { Length: > 0 and <= LongestKey } || rules.Exists(other => other.Key == part.Key))
                fault(where, $"has no key of at most {LongestKey} letters, or one that is used twice");
            if (part.AgainMonths is < 1 or > MostMonths)
                fault(where, $"has againMonths that is not between 1 and {MostMonths}");
            if (string.IsNullOrWhiteSpace(part.SourceNote))
                fault(where, "does not say in sourceNote what it rests on");
            var when = new ConditionReader(licences, what => fault(where, what)).Read(part.When);
            rules.Add(new(part.Key ?? "", when, part.When is { } json ? JsonSerializer.Serialize(json) : "", text(part.Reason, where), part.AgainMonths));
        }

        return rules;
    }

    /// <summary>The licences that some rule of these items asks for, in the order of their slugs.</summary>
    public static IReadOnlyList<string> LicenceKindsOf(IEnumerable<ServiceItem> items) =>
        [.. items.SelectMany(item => item.Proactive).SelectMany(rule => LicenceKindsOf(rule.When)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The items whose completion the rules of this one ask about.</summary>
    public static IEnumerable<string> ItemsOf(ServiceItem item) =>
        item.Proactive.SelectMany(rule => rule.When.WithParts).OfType<WasCompleted>().SelectMany(part => part.Items).Distinct(StringComparer.Ordinal);

    public static IEnumerable<string> LicenceKindsOf(Condition condition) =>
        condition.WithParts.OfType<LicenceCondition>().Select(part => part.Kind);
}
