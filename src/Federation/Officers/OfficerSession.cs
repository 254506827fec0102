namespace CrossBorder.Federation.Officers;

/// <summary>An officer signed in once. The cookie holds its id, so that signing out ends every copy of the cookie.</summary>
internal sealed class OfficerSession
{
    /// <summary>However busy the officer is, they sign in again after this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>After so long without a request the cookie is worth nothing.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    public required string Id { get; init; }

    public required string OfficerId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }
}
