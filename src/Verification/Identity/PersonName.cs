namespace CrossBorder.Verification.Identity;

/// <summary>A name as identity documents of both sides write it.</summary>
/// <param name="FamilyName">In Latin letters, as on the document.</param>
/// <param name="GivenName">In Latin letters.</param>
/// <param name="HanTraditional">In traditional characters, where the person has a Chinese name.</param>
/// <param name="HanSimplified">In simplified characters.</param>
public sealed record PersonName(string FamilyName, string GivenName, string? HanTraditional, string? HanSimplified)
{
    /// <summary>Family name first: <c>CHAN Tai Man</c>.</summary>
    public string Latin => $"{FamilyName} {GivenName}".Trim();

    /// <summary>Nothing of the name: it never gets into a log by way of a record's text.</summary>
    public override string ToString() => nameof(PersonName);
}
