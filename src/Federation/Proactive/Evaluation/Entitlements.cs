using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Rules;

namespace CrossBorder.Federation.Proactive.Evaluation;

/// <summary>What the rules of the catalogue say of one person on one day.</summary>
/// <param name="Found">Items whose rule holds, by the first rule that does.</param>
/// <param name="Open">Codes of items of which nothing can be said, because something was not looked at.</param>
/// <param name="Needed">The licences that would have to be looked at to say it.</param>
internal sealed record Entitlements(IReadOnlyList<Entitlement> Found, IReadOnlySet<string> Open, IReadOnlySet<string> Needed)
{
    /// <param name="items">The items to look at.</param>
    /// <param name="may">Whether an item may be offered by a rule: what was filed already is not.</param>
    /// <param name="facts">What is known of the person.</param>
    /// <param name="today">The day that counts.</param>
    public static Entitlements Of(IEnumerable<ServiceItem> items, Func<ServiceItem, ProactiveRule, bool> may, PersonFacts facts, DateOnly today)
    {
        var evaluator = new Evaluator(facts, today);
        var found = new List<Entitlement>();
        var (open, needed) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var item in items)
        {
            var judged = item.Proactive.Where(rule => may(item, rule)).Select(rule => (Rule: rule, Verdict: evaluator.Judge(rule.When))).ToList();
            if (judged.FirstOrDefault(one => one.Verdict.Truth == Truth.Holds) is { Rule: { } rule, Verdict: { } verdict })
            {
                found.Add(new(item, rule, verdict));
                continue;
            }

            foreach (var unknown in judged.Where(one => one.Verdict.Truth == Truth.Unknown))
            {
                open.Add(item.Code);
                needed.UnionWith(ProactiveRules.LicenceKindsOf(unknown.Rule.When));
            }
        }

        return new(found, open, needed);
    }
}

internal sealed record Entitlement(ServiceItem Item, ProactiveRule Rule, Verdict Verdict);
