using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Alerts;

/// <summary>Alerts and what is still to be told of them, in the database.</summary>
internal interface IAlerts
{
    /// <summary>Those that have not ended, to be changed.</summary>
    Task<IReadOnlyList<Alert>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>The latest, open ones first.</summary>
    Task<IReadOnlyList<Alert>> LatestAsync(int most, CancellationToken cancellationToken);

    Task<Alert?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>How many are open and nobody has acknowledged.</summary>
    Task<int> UnseenAsync(CancellationToken cancellationToken);

    /// <summary>How many are open, by kind and severity.</summary>
    Task<IReadOnlyList<(AlertKind Kind, NoticeSeverity Severity, int Count)>> CountsAsync(CancellationToken cancellationToken);

    void Add(Alert alert);

    void Add(AlertNotice notice);

    /// <summary>Notices for a channel whose time has come, the oldest first, with their alerts.</summary>
    Task<IReadOnlyList<(AlertNotice Notice, Alert Alert)>> DueAsync(string channel, DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>Channels with a notice that failed at least so often: since when it waits, and the latest code.</summary>
    Task<IReadOnlyList<(string Channel, DateTimeOffset Since, string Fault)>> FailingAsync(int attempts, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes what ended, and was told or given up, before that moment.</summary>
    Task RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Stores what was added and changed, with its audit entries. CB6141 where another officer or node was faster.</summary>
    Task<Outcome<bool>> SaveAsync(CancellationToken cancellationToken);
}
