using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue.Rules;

/// <summary>When an item is offered to a resident who allowed that they are looked for (免申即享).</summary>
/// <param name="Key">Names the rule within its item.</param>
/// <param name="When">What must hold of the resident.</param>
/// <param name="WhenText">The same as the file writes it, so that two versions compare.</param>
/// <param name="Reason">Why, in words for the resident.</param>
/// <param name="AgainMonths">Months after which it is offered again to somebody it was granted to; null for never.</param>
internal sealed record ProactiveRule(string Key, Condition When, string WhenText, LocalizedText Reason, int? AgainMonths);
