namespace CrossBorder.Verification.Identity;

/// <summary>How surely a person was identified. Higher values contain the lower ones.</summary>
public enum AssuranceLevel
{
    /// <summary>Self-asserted or a password alone.</summary>
    Low = 1,

    /// <summary>Identity proved, two factors.</summary>
    Substantial = 2,

    /// <summary>Identity proved against the document, face or equal.</summary>
    High = 3,
}
