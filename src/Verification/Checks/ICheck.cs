using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>One rule. It reads what earlier gates established, and may establish something itself.</summary>
internal interface ICheck
{
    CheckDescriptor Descriptor { get; }

    /// <summary>What is wrong by this rule; nothing where it passes.</summary>
    IEnumerable<Error> Examine(Examination examination);
}
