namespace CrossBorder.Federation.Alerts;

/// <summary>Facts about other features that only alerts ask for.</summary>
internal interface IAlertFacts
{
    /// <summary>When the oldest audit entry was written that is not linked yet; null where all are.</summary>
    Task<DateTimeOffset?> OldestUnlinkedAsync(CancellationToken cancellationToken);

    /// <summary>When the entry at this place of the log was written; null where there is none.</summary>
    Task<DateTimeOffset?> WrittenAtAsync(long sequence, CancellationToken cancellationToken);

    /// <summary>Departments with deliveries that are quarantined, failed so often, or have been due since before that moment. One that is closed for maintenance waits on purpose.</summary>
    Task<IReadOnlyList<(string Department, int Count)>> StuckAsync(
        int attempts, DateTimeOffset dueBefore, DateTimeOffset now, CancellationToken cancellationToken);
}
