using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Identity;

/// <summary>Assurance levels as <c>acr</c> writes them.</summary>
public static class AssuranceLevels
{
    private const string Prefix = "urn:crossborder:loa:";

    /// <summary>The level as URN, such as <c>urn:crossborder:loa:high</c>.</summary>
    public static string ToUrn(this AssuranceLevel level) => Prefix + level switch
    {
        AssuranceLevel.Low => "low",
        AssuranceLevel.Substantial => "substantial",
        AssuranceLevel.High => "high",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No such level."),
    };

    /// <summary>The level of a URN; anything else is unknown (CB3028).</summary>
    public static Outcome<AssuranceLevel> ParseUrn(string? urn) => urn switch
    {
        Prefix + "low" => AssuranceLevel.Low,
        Prefix + "substantial" => AssuranceLevel.Substantial,
        Prefix + "high" => AssuranceLevel.High,
        _ => ErrorCatalogue.AssuranceUnknown.With("'acr' is none of the levels of this product.", "/acr"),
    };
}
