namespace CrossBorder.Federation.Applications.Feedback;

/// <summary>What a resident thought of how a case was handled (好差評): one for each case.</summary>
internal sealed class CaseRating
{
    public const int Lowest = 1;
    public const int Highest = 5;
    public const int LongestComment = 1000;

    /// <summary>How long after the first rating it may be changed.</summary>
    public static readonly TimeSpan Changeable = TimeSpan.FromDays(30);

    public required string ApplicationId { get; init; }

    /// <summary>From <see cref="Lowest"/> to <see cref="Highest"/>; more is better.</summary>
    public required int Stars { get; init; }

    /// <summary>In the resident's words; empty where there are none. Rests sealed.</summary>
    public required string Comment { get; init; }

    public required DateTimeOffset RatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
