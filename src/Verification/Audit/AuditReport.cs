using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Audit;

/// <summary>What an audit log proves, and what in it does not hold.</summary>
/// <param name="Proved">Sentences that hold.</param>
/// <param name="Failures">What does not hold, with the number of the entry or the size of the checkpoint.</param>
/// <param name="Notes">What the reader has to know to weigh the rest.</param>
public sealed record AuditReport(IReadOnlyList<string> Proved, IReadOnlyList<Error> Failures, IReadOnlyList<string> Notes)
{
    /// <summary>True where nothing failed.</summary>
    public bool Holds => Failures.Count == 0;
}
