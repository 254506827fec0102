namespace CrossBorder.Federation.Audit;

/// <summary>The growing end of the log: one row, which whoever links holds locked meanwhile.</summary>
internal sealed class AuditHead
{
    public const int TheOne = 1;

    public required int Id { get; init; }

    /// <summary>The hash of the log, once it has a first entry: it stays the same for ever.</summary>
    public required string Hash { get; init; }

    /// <summary>Number of linked entries.</summary>
    public long Size { get; init; }

    /// <summary>Hash of the last linked entry; empty before the first.</summary>
    public required byte[] Last { get; init; }

    /// <summary>The tree over them, as <see cref="Verification.Audit.MerkleFrontier"/> saves it.</summary>
    public required byte[] Frontier { get; init; }

    /// <summary>Number of entries that the latest checkpoint covers.</summary>
    public long CheckpointSize { get; init; }

    public DateTimeOffset? CheckpointAt { get; init; }

    /// <summary>Counts the times that somebody linked; raising it is what takes the lock.</summary>
    public long Revision { get; init; }
}
