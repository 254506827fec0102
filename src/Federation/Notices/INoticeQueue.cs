namespace CrossBorder.Federation.Notices;

/// <summary>A queue of those who are to hear of something: a table with leases, as the queue of deliveries is (ADR 0004).</summary>
internal interface INoticeQueue<TNotice>
    where TNotice : QueuedNotice
{
    /// <summary>Takes notices that are due. Of several workers one gets each.</summary>
    Task<IReadOnlyList<TNotice>> LeaseAsync(string owner, int count, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The end of a notice. Ignored where the lease was lost.</summary>
    Task SettleAsync(TNotice notice, NoticeStatus status, string? fault, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Gives the lease back until the notice is due again.</summary>
    Task PostponeAsync(TNotice notice, string fault, DateTimeOffset dueAt, CancellationToken cancellationToken);
}
