namespace CrossBorder.Federation.Accounts;

/// <summary>A link that an officer has to decide. A decision stands for these candidates; others are another item.</summary>
internal sealed class ReviewItem
{
    /// <summary>Also the reference that the resident quotes.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string SubjectHash { get; init; }

    /// <summary>One of <see cref="ReviewStates"/>.</summary>
    public required string Status { get; set; }

    /// <summary>Why a rule could not decide: one of <see cref="LinkOutcomes"/>.</summary>
    public required string Cause { get; init; }

    public required int CandidateCount { get; init; }

    /// <summary>The verified identity as JSON; encrypted.</summary>
    public required string Identity { get; init; }

    /// <summary>The candidates as JSON; encrypted.</summary>
    public required string Candidates { get; init; }

    /// <summary>Id of the chain that the person was proved over; a link that is made of it rests on that.</summary>
    public string? TrustPath { get; init; }

    /// <summary>Why it was decided so, in the officer's words; encrypted, for officers write names into such fields.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Id of the officer who decided last.</summary>
    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Raised by each decision, so that of two at once one is refused.</summary>
    public long Version { get; set; }
}

internal static class ReviewStates
{
    public const string Open = "open";

    /// <summary>The resident was asked to come with documents; it is decided after that.</summary>
    public const string Documents = "documents";

    /// <summary>Linked to one of the candidates.</summary>
    public const string Linked = "linked";

    /// <summary>None of the candidates is the resident.</summary>
    public const string Unmatched = "unmatched";

    /// <summary>The register says something else by now; another item took its place.</summary>
    public const string Superseded = "superseded";

    public static bool MayBeDecided(string state) => state is Open or Documents;
}
