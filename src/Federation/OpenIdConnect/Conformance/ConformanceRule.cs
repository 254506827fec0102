using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Conformance;

/// <summary>One thing that a relying party does well or not, as its traffic shows.</summary>
/// <param name="Id">Names it in the export.</param>
/// <param name="Name">What is looked at.</param>
/// <param name="Section">Where it is asked for.</param>
/// <param name="Good">Sights that show it done.</param>
/// <param name="Bad">Sights that show it not done.</param>
/// <param name="Next">What its developer does about it.</param>
/// <param name="AppliesTo">To which clients it applies; to all where null.</param>
internal sealed record ConformanceRule(
    string Id, LocalizedText Name, string Section, IReadOnlyList<string> Good, IReadOnlyList<string> Bad, LocalizedText Next, Func<RelyingPartyOptions, bool>? AppliesTo = null)
{
    /// <summary>How many sights of the bad kind are borne for one of the good kind before it counts as not done; null where what was seen last decides.</summary>
    public double? Share { get; init; }
}
