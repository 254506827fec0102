using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>One rule of the pipeline, described.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Proves">What is true once it has passed, for explanations and evidence.</param>
/// <param name="Refusals">What it may refuse with.</param>
/// <param name="IsGate">True where nothing after it makes sense once it has refused; other rules are all asked, so that everything wrong is told at once.</param>
public sealed record CheckDescriptor(string Name, string Proves, IReadOnlyList<ErrorDescriptor> Refusals, bool IsGate);
