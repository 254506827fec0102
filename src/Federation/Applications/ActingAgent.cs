using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Applications;

/// <summary>Who files for the applicant, and what lets them.</summary>
/// <param name="Mandate">Id of what the applicant gave them; internal.</param>
/// <param name="ResidentId">Internal; never leaves the hub.</param>
/// <param name="Relation">What they are to the applicant.</param>
/// <param name="Name">Their name, for the department.</param>
/// <param name="ShownName">As much of it as the applicant is shown.</param>
/// <param name="Assertion">Digest of the assertion that the agent signed in by.</param>
/// <param name="Items">Codes of the catalogue that they may file.</param>
/// <param name="Proved">How surely the applicant was identified when they gave the mandate.</param>
/// <param name="WithDocuments">Others may have the numbers of the applicant's documents too.</param>
/// <param name="Enterprise">The enterprise that it is for; null for a resident.</param>
internal sealed record ActingAgent(
    string Mandate, string ResidentId, string Relation, string Name, string ShownName, string Assertion, IReadOnlyCollection<string> Items,
    AssuranceLevel Proved, bool WithDocuments, FiledForEnterprise? Enterprise)
{
    /// <summary>As departments and the evidence have it.</summary>
    public object ToContent() => new { Relation, Name, Mandate, Assertion, Enterprise };

    /// <summary>Nothing of anybody gets into a log by way of a record's text.</summary>
    public override string ToString() => nameof(ActingAgent);
}

/// <param name="Code">Unified social credit code.</param>
internal sealed record FiledForEnterprise(string Code, string Name);

/// <summary>Who filed a case for its applicant, as both see it.</summary>
internal sealed record FiledBy(string Relation, string Name)
{
    public static FiledBy? Read(string? stored) => stored is null ? null : System.Text.Json.JsonSerializer.Deserialize<FiledBy>(stored, System.Text.Json.JsonSerializerOptions.Web);
}
