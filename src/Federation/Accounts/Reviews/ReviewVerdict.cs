namespace CrossBorder.Federation.Accounts.Reviews;

/// <summary>What a reviewer decided.</summary>
/// <param name="State">Linked, unmatched or documents of <see cref="ReviewStates"/>.</param>
/// <param name="Account">The candidate to link; null for the others.</param>
/// <param name="OriginalSeen">The officer states the one exception: the original document was seen, and the register is wrong about name or birth date.</param>
/// <param name="Version">The version of the item that the officer looked at.</param>
internal sealed record ReviewVerdict(string State, string? Account, bool OriginalSeen, string Reason, long Version)
{
    public const int ShortestReason = 10;
    public const int LongestReason = 1000;

    /// <summary>Nothing of the person: officers write names into reasons.</summary>
    public override string ToString() => nameof(ReviewVerdict);
}
