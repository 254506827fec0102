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
    TimeSpan ClockSkew);
