using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>A refusal on top of the page that it happened on.</summary>
/// <param name="Refusal">What is shown in the officer's language, with its code.</param>
/// <param name="Detail">What is known beyond that, in English; empty where it says nothing more.</param>
internal sealed record Faults(ErrorDescriptor Refusal, string Detail = "");
