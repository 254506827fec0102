using CrossBorder.Federation.Applications.Delivery;

namespace CrossBorder.Federation.Applications.Resilience;

/// <summary>
/// Deliveries that cannot be delivered: tried too often, or waiting too long, as <see cref="DeliveryOptions"/> says. They are still tried at
/// the longest delay, and never dropped.
/// </summary>
internal interface IDeadLetters
{
    /// <summary>By department and cause, the group with the oldest first. A department that is closed for maintenance has none.</summary>
    Task<IReadOnlyList<DeadLetterGroup>> GroupsAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The oldest of a group.</summary>
    Task<IReadOnlyList<DeadLetter>> OldestAsync(DeadLetterGroup group, int most, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What waits, department by department.</summary>
    Task<IReadOnlyList<Backlog>> BacklogAsync(CancellationToken cancellationToken);
}

/// <param name="Cause">CB code of what went wrong last; null where nothing was answered at all.</param>
/// <param name="Cases">How many residents' cases wait for it.</param>
/// <param name="Oldest">When the oldest was queued.</param>
internal sealed record DeadLetterGroup(string Department, string? Cause, int Count, int Cases, DateTimeOffset Oldest);

/// <summary>One of them. No applicant: an operator needs none.</summary>
internal sealed record DeadLetter(string Id, string Item, int Attempts, DateTimeOffset QueuedAt, DateTimeOffset DueAt);

/// <param name="Oldest">When the oldest was queued.</param>
internal sealed record Backlog(string Department, int Waiting, DateTimeOffset Oldest);
