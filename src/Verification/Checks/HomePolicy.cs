using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Checks;

/// <summary>What is agreed with one home provider.</summary>
/// <param name="Issuer">Its issuer, character for character.</param>
/// <param name="Jurisdiction">The place whose people it vouches for.</param>
/// <param name="Audience">Our client id there.</param>
/// <param name="Algorithms">The algorithms that it signs assertions with.</param>
/// <param name="MaximumAge">How old an assertion may be when it arrives.</param>
/// <param name="ClockSkew">How far the clocks of both sides may differ.</param>
public sealed record HomePolicy(
    string Issuer,
    Jurisdiction Jurisdiction,
    string Audience,
    IReadOnlyCollection<string> Algorithms,
    TimeSpan MaximumAge,
    TimeSpan ClockSkew)
{
    /// <summary>What its own names of levels mean to us; empty where it speaks in the levels of this product.</summary>
    public IReadOnlyDictionary<string, AssuranceLevel> Levels { get; init; } = new Dictionary<string, AssuranceLevel>();

    /// <summary>The level of its <c>acr</c>. Where names are agreed, no other name counts, not even one of ours (CB3028).</summary>
    public Outcome<AssuranceLevel> LevelOf(string? acr)
    {
        if (Levels.Count == 0)
            return AssuranceLevels.ParseUrn(acr);
        return acr is not null && Levels.TryGetValue(acr, out var level)
            ? level
            : ErrorCatalogue.AssuranceUnknown.With("'acr' is none of the levels that are agreed with this home.", "/acr");
    }
}
