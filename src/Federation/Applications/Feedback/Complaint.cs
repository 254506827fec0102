namespace CrossBorder.Federation.Applications.Feedback;

/// <summary>What a resident brings to the hotline about a case of theirs.</summary>
/// <param name="IdempotencyKey">Names the attempt; the same one again is the same case.</param>
/// <param name="ClientId">The client that asks; null for the hub's own portal.</param>
/// <param name="CaseNumber">The case that it is about.</param>
/// <param name="Kind">Of <see cref="ComplaintKind"/>.</param>
/// <param name="Text">In the resident's words.</param>
internal sealed record Complaint(string IdempotencyKey, string? ClientId, string CaseNumber, string Kind, string Text)
{
    public const int LongestText = 2000;

    /// <summary>All that was asked, in one fixed order.</summary>
    public string CanonicalText => ApplicationJson.Write(new { Concerns = CaseNumber, Kind, Text });
}

internal static class ComplaintKind
{
    public const string Complaint = "complaint";
    public const string Question = "question";

    public static bool Holds(string kind) => kind is Complaint or Question;
}
