namespace CrossBorder.Federation.Accounts;

/// <summary>Evidence of one decision on a link: by which rules, what was compared, what came of it. Appended, never changed.</summary>
internal sealed class LinkDecision
{
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? ResidentId { get; init; }

    public required string SubjectHash { get; init; }

    public required string RuleVersion { get; init; }

    /// <summary>JSON: attribute to equal or different. No values.</summary>
    public required string Compared { get; init; }

    public required int Candidates { get; init; }

    /// <summary>One of <see cref="LinkOutcomes"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Digest of the home's assertion that it rests on.</summary>
    public required string AssertionDigest { get; init; }
}

internal static class LinkOutcomes
{
    public const string Confirmed = "confirmed";
    public const string Declined = "declined";
    public const string Registered = "registered";
    public const string Ambiguous = "ambiguous";
    public const string Mismatch = "mismatch";

    /// <summary>A reviewer linked one of several, or one that the register has wrong.</summary>
    public const string Reviewed = "reviewed";

    /// <summary>A reviewer found that none of the candidates is the person.</summary>
    public const string Unmatched = "unmatched";

    /// <summary>A reviewer asked for documents.</summary>
    public const string Documents = "documents";

    public static bool IsOfficers(string outcome) => outcome is Reviewed or Unmatched or Documents;
}
