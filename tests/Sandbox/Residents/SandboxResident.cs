using System.Security.Cryptography;
using System.Text;

namespace CrossBorder.Sandbox.Residents;

/// <summary>A fictional resident as the home provider knows one.</summary>
public sealed record SandboxResident(
    string Login, string FamilyName, string GivenName, string? HanTraditional, string? HanSimplified,
    string Birthdate, string Gender, string HongKongIdentityCard, string HomeReturnPermit, string PhoneNumber, bool LowByDefault = false)
{
    /// <summary>What their home vouches for, each with its type.</summary>
    public IReadOnlyList<(string Type, string Number)> Documents { get; init; } =
        [("hkid", HongKongIdentityCard), ("home_return_permit", HomeReturnPermit)];

    public string LatinName => $"{FamilyName} {GivenName}";

    /// <summary>What the home calls them.</summary>
    public string HomeSubject => "hk" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("sandbox home " + Login)))[..24];

    /// <summary>The level reached at sign-in. A resident of low assurance gets one step up when asked to, and never to high.</summary>
    public string Level(IEnumerable<string> asked) => !LowByDefault
        ? "urn:crossborder:loa:high"
        : asked.Any(level => level is "urn:crossborder:loa:substantial" or "urn:crossborder:loa:high")
            ? "urn:crossborder:loa:substantial"
            : "urn:crossborder:loa:low";
}
