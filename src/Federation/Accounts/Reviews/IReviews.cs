namespace CrossBorder.Federation.Accounts.Reviews;

/// <summary>The items that wait for a reviewer.</summary>
internal interface IReviews
{
    /// <summary>Without anybody's data. Those that wait come first, the oldest of them foremost; then the decided ones, newest first.</summary>
    Task<IReadOnlyList<ReviewLine>> ListAsync(int most, CancellationToken cancellationToken);

    /// <summary>One item as the list shows it, without anybody's data; null where there is none of this reference.</summary>
    Task<ReviewLine?> LineAsync(string id, CancellationToken cancellationToken);

    /// <summary>Tracked by the current unit of work; null where there is none of this reference.</summary>
    Task<ReviewItem?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Whether another person of the same home holds the account.</summary>
    Task<bool> IsHeldAsync(string accountHash, string home, string subjectHash, CancellationToken cancellationToken);

    /// <summary>Stores the unit of work. False, and nothing of it stored, where somebody else was first.</summary>
    Task<bool> SaveAsync(CancellationToken cancellationToken);
}

/// <summary>An item as a list shows it.</summary>
internal sealed record ReviewLine(string Id, DateTimeOffset CreatedAt, string Cause, int CandidateCount, string Status, DateTimeOffset? DecidedAt);
