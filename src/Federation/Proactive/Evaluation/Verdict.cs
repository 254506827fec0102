namespace CrossBorder.Federation.Proactive.Evaluation;

/// <summary>What becomes of a condition.</summary>
/// <param name="Until">The last day on which it is the same, if nothing but the day changes; null where the day never changes it.</param>
/// <param name="Used">The facts that it rests on.</param>
internal sealed record Verdict(Truth Truth, DateOnly? Until, IReadOnlyList<UsedFact> Used)
{
    /// <summary>Nothing is known of it, and so nothing is said on the strength of it, neither of it nor of its opposite.</summary>
    public static Verdict Unknown { get; } = new(Truth.Unknown, null, []);

    public static Verdict Of(bool holds, DateOnly? until, params IReadOnlyList<UsedFact> used) => new(holds ? Truth.Holds : Truth.HoldsNot, until, used);
}

internal enum Truth
{
    HoldsNot,
    Unknown,
    Holds,
}

/// <summary>One fact that a reason rests on, as it was.</summary>
/// <param name="Source">A claim such as <c>birthdate</c>, a slug of a licence, or the code of an item.</param>
/// <param name="Attribute">Of the licence; null where it is about holding it, or no licence.</param>
/// <param name="Value">As the source writes it; null where there is nothing to it but that it is so.</param>
internal sealed record UsedFact(FactKind Kind, string Source, string? Attribute, string? Value);

internal enum FactKind
{
    Claim,
    Licence,
    Case,
}
