using System.Text.Json;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Delegation;

/// <summary>As much of somebody as an officer needs to hold their papers against.</summary>
/// <param name="Latin">Family name first.</param>
/// <param name="Han">As the home writes it; null where there is none.</param>
/// <param name="Birthdate">By the calendar.</param>
internal sealed record ComparedPerson(string Latin, string? Han, DateOnly Birthdate)
{
    public static ComparedPerson Of(VerifiedIdentity identity) =>
        new(identity.Name.Latin, identity.Name.HanTraditional ?? identity.Name.HanSimplified, identity.Birthdate);

    /// <summary>What <see cref="Write"/> wrote into our own storage.</summary>
    public static ComparedPerson Read(string json) => JsonSerializer.Deserialize<ComparedPerson>(json)!;

    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Nothing of anybody gets into a log by way of a record's text.</summary>
    public override string ToString() => nameof(ComparedPerson);
}
