namespace CrossBorder.Federation.Delegation;

/// <summary>
/// One person acts for another: for named items, at named services, for a bounded time. Holds what the principal had proved when they gave it,
/// so that it can be used while they are not there; that goes when the mandate ends.
/// </summary>
internal sealed class Mandate
{
    public required string Id { get; init; }

    /// <summary>Whose matters they are: a resident, or an enterprise.</summary>
    public required string PrincipalId { get; init; }

    /// <summary>The resident who gave it; of an enterprise, its legal representative.</summary>
    public required string GivenBy { get; init; }

    /// <summary>The resident who acts; null while nobody accepted.</summary>
    public string? AgentId { get; set; }

    /// <summary>One of <see cref="MandateRelation"/>.</summary>
    public required string Relation { get; init; }

    /// <summary>Codes of the catalogue, parted by blanks.</summary>
    public required string Items { get; init; }

    /// <summary>What services may have of the principal, parted by blanks.</summary>
    public required string Scopes { get; init; }

    /// <summary>Ids of the consents that were given with it, one for each service, parted by blanks.</summary>
    public required string Consents { get; init; }

    public required DateTimeOffset OfferedAt { get; init; }

    public required DateTimeOffset ValidUntil { get; init; }

    public MandateState State { get; set; }

    /// <summary>Why it is over; null while it is not.</summary>
    public MandateEvent? EndedBy { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Both were told that the end is near, or knew it from the start.</summary>
    public DateTimeOffset? RemindedAt { get; set; }

    /// <summary>Keyed hash of the code; null once it was used or is void.</summary>
    public string? CodeHash { get; set; }

    public required DateTimeOffset CodeUntil { get; init; }

    /// <summary>Keyed hash of the last four characters of the agent's document, where the principal named them.</summary>
    public string? DocumentHash { get; init; }

    /// <summary>How often the code was right and the document another one.</summary>
    public int WrongDocuments { get; set; }

    /// <summary>How surely the principal was identified, as a URN.</summary>
    public required string Assurance { get; init; }

    /// <summary>Scheme of the principal's home.</summary>
    public required string Home { get; init; }

    /// <summary>Id of the chain that the assertion was verified over.</summary>
    public string? TrustPath { get; init; }

    /// <summary>When it was.</summary>
    public required DateTimeOffset VerifiedAt { get; init; }

    /// <summary>The principal's verified identity as JSON; encrypted, and empty once it is over.</summary>
    public required string Identity { get; set; }

    /// <summary>The home's signed assertion; encrypted, and empty once it is over.</summary>
    public required string Assertion { get; set; }

    /// <summary>Encrypted; null once it is over.</summary>
    public string? MainlandAccount { get; set; }

    /// <summary>As much of the principal's name as the agent is shown; encrypted.</summary>
    public required string PrincipalName { get; init; }

    /// <summary>As much of the agent's name as the principal is shown; encrypted.</summary>
    public string? AgentName { get; set; }

    /// <summary>What an officer holds the agent's papers against, as JSON; encrypted, and null where no officer is waited for.</summary>
    public string? ComparedAgent { get; set; }

    /// <summary>The enterprise as JSON; encrypted, null for a resident.</summary>
    public string? Enterprise { get; init; }

    /// <summary>By what the relation was proved, where it has to be: one of <see cref="RelationProof"/>.</summary>
    public string? Proof { get; set; }

    /// <summary>The officer who looked at the papers.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>In the officer's words; encrypted.</summary>
    public string? Reason { get; set; }

    /// <summary>Raised by each change, so that of two at once one is refused.</summary>
    public long Revision { get; set; }

    public IReadOnlyList<string> ItemCodes => Items.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> ScopeNames => Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> ConsentIds => Consents.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>By what a relation was proved that the two could not say of themselves.</summary>
internal static class RelationProof
{
    /// <summary>The register holds a licence of the agent that names the principal.</summary>
    public const string Register = "register";

    /// <summary>An officer saw the papers.</summary>
    public const string Officer = "officer";
}

/// <summary>What one service knows one mandate by: each another name, so that two services cannot put together what they know.</summary>
internal sealed class MandateName
{
    public required string Name { get; init; }

    public required string MandateId { get; init; }

    public required string ClientId { get; init; }
}
