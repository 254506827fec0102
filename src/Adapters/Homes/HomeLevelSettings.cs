using CrossBorder.Verification.Identity;

namespace CrossBorder.Adapters.Homes;

/// <summary>What one <c>acr</c> of a home means to the hub.</summary>
public sealed class HomeLevelSettings
{
    /// <summary>As the home writes it.</summary>
    public string Acr { get; set; } = "";

    /// <summary>The level that it counts as: the judgement of whoever agreed it with the home.</summary>
    public AssuranceLevel Level { get; set; }
}
