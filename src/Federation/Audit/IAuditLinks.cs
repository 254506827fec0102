using CrossBorder.Verification.Audit;

namespace CrossBorder.Federation.Audit;

/// <summary>The links of the log in the database.</summary>
internal interface IAuditLinks
{
    /// <summary>
    /// Gives committed entries their place and link, and stores the checkpoints that <paramref name="checkpoints"/> makes of the end reached:
    /// all in one transaction, one node at a time. Entries wait in no business transaction for it.
    /// </summary>
    /// <returns>How many were linked; a full <paramref name="most"/> means that more may be waiting.</returns>
    Task<int> LinkAsync(LogHash hash, int most, Func<AuditHead, AuditChain, IReadOnlyList<AuditCheckpoint>> checkpoints, CancellationToken cancellationToken);

    /// <summary>Where the log ends now.</summary>
    Task<AuditHead> HeadAsync(CancellationToken cancellationToken);

    /// <summary>Whether an entry is committed and not yet linked: the same at little cost, however many there are.</summary>
    Task<bool> AnyWaitingAsync(CancellationToken cancellationToken);

    /// <summary>How many entries are committed and not yet linked.</summary>
    Task<int> WaitingAsync(CancellationToken cancellationToken);

    /// <summary>All checkpoints, the smallest first.</summary>
    Task<IReadOnlyList<string>> CheckpointsAsync(CancellationToken cancellationToken);

    /// <summary>The hash of the entry at one place, hexadecimal; null where there is none.</summary>
    Task<string?> HashAtAsync(long sequence, CancellationToken cancellationToken);

    /// <summary>The first entries by sequence as they are stored, read piece by piece.</summary>
    IEnumerable<AuditEntry> Linked(long size);
}
