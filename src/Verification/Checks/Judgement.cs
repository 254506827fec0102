using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Checks;

/// <summary>What a pipeline concluded, and what it rests on: for those who keep a record of which certificates were relied on.</summary>
/// <typeparam name="T">What was proved.</typeparam>
/// <param name="Outcome">The conclusion.</param>
/// <param name="Content">The message; null where its signature does not hold, so that nothing is said about a chain that anybody could have attached.</param>
/// <param name="Chain">The path to the anchor; null where none was found, or where it was refused.</param>
public sealed record Judgement<T>(Outcome<T> Outcome, SignedContent? Content, VerifiedChain? Chain);
