using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Evidence;

/// <summary>What an evidence package proves, and what in it does not hold.</summary>
/// <param name="Proved">Sentences that hold. Without personal data.</param>
/// <param name="Failures">What does not hold.</param>
/// <param name="Notes">What the reader has to know to weigh the rest.</param>
public sealed record EvidenceReport(IReadOnlyList<string> Proved, IReadOnlyList<Error> Failures, IReadOnlyList<string> Notes)
{
    /// <summary>True where nothing failed.</summary>
    public bool Holds => Failures.Count == 0;
}
