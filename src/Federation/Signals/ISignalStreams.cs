namespace CrossBorder.Federation.Signals;

/// <summary>Streams and their events in the database. Each call about a stream is given whose it must be.</summary>
internal interface ISignalStreams
{
    Task<SignalStream?> FindAsync(string clientId, string? streamId, CancellationToken cancellationToken);

    Task<IReadOnlyList<SignalStream>> ListAsync(string clientId, CancellationToken cancellationToken);

    /// <summary>False where the client has one.</summary>
    Task<bool> AddAsync(SignalStream stream, CancellationToken cancellationToken);

    /// <summary>Saves a change, and puts waiting events where it says; false where another change was faster.</summary>
    Task<bool> ChangedAsync(SignalStream stream, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Streams whose events are posted and that hold some back all the same: what wrote them saw the stream as it was before it was enabled, and
    /// was stored after.
    /// </summary>
    Task<IReadOnlyList<string>> HeldBackAsync(int most, CancellationToken cancellationToken);

    /// <summary>Makes due what such a stream holds back.</summary>
    Task ReleaseAsync(string streamId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>With its events.</summary>
    Task RemoveAsync(SignalStream stream, CancellationToken cancellationToken);

    /// <summary>Whether the client knows a resident by this subject.</summary>
    Task<bool> KnowsAsync(string clientId, string subject, CancellationToken cancellationToken);

    Task SilenceAsync(string streamId, string subject, CancellationToken cancellationToken);

    Task HearAsync(string streamId, string subject, CancellationToken cancellationToken);

    /// <summary>Saves an event of the stream's own, and the stream; false where another change was faster.</summary>
    Task<bool> TellAsync(SignalStream stream, SignalNotice notice, CancellationToken cancellationToken);

    /// <summary>The oldest that nobody has taken.</summary>
    Task<IReadOnlyList<SignalNotice>> WaitingAsync(string streamId, int most, CancellationToken cancellationToken);

    /// <summary>What the receiver took, and what it refused. Ids that are none of the stream's are passed over.</summary>
    Task SettleAsync(string streamId, IReadOnlyCollection<string> taken, IReadOnlyCollection<string> refused, CancellationToken cancellationToken);
}
