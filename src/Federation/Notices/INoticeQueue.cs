namespace CrossBorder.Federation.Notices;

/// <summary>A queue of those who are to hear of something: a table with leases, as the queue of deliveries is (ADR 0004).</summary>
internal interface INoticeQueue<TNotice>
    where TNotice : QueuedNotice
{
    /// <summary>What nobody has taken of what is due, the longest due first.</summary>
    /// <param name="count">The most that are told.</param>
    /// <param name="without">Receivers whose notices are not told.</param>
    /// <param name="now">The time of asking.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    Task<IReadOnlyList<DueNotice>> DueAsync(int count, IReadOnlyCollection<string> without, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Takes those of them that are due still. Of several workers one gets each.</summary>
    Task<IReadOnlyList<TNotice>> LeaseAsync(
        string owner, IReadOnlyCollection<string> ids, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The end of a notice. Ignored where the lease was lost.</summary>
    Task SettleAsync(TNotice notice, NoticeStatus status, string? fault, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Gives the lease back until the notice is due again.</summary>
    Task PostponeAsync(TNotice notice, string fault, DateTimeOffset dueAt, CancellationToken cancellationToken);
}

/// <summary>A notice that is due, and who is to be told.</summary>
internal sealed record DueNotice(string Id, string Receiver);
