namespace CrossBorder.Verification.Audit;

/// <summary>The growing end of a log: gives each new entry its place and its link, and tells the root.</summary>
/// <param name="hash">The hash of the log.</param>
/// <param name="last">Hash of the last entry; null for an empty log.</param>
/// <param name="frontier">The tree so far.</param>
public sealed class AuditChain(LogHash hash, byte[]? last, MerkleFrontier frontier)
{
    /// <summary>An empty log.</summary>
    public AuditChain(LogHash hash) : this(hash, null, new MerkleFrontier(hash))
    {
    }

    /// <summary>Number of entries.</summary>
    public long Size => frontier.Size;

    /// <summary>Hash of the last entry; of an empty log, its root.</summary>
    public byte[] Last { get; private set; } = last ?? hash.EmptyRoot;

    /// <summary>The root over all entries.</summary>
    public byte[] Root => frontier.Root();

    /// <summary>The hash of the log.</summary>
    public LogHash Hash => hash;

    /// <summary>The tree so far, as <see cref="MerkleFrontier.Save"/> writes it.</summary>
    public byte[] SaveFrontier() => frontier.Save();

    /// <summary>Puts an entry at the end. Its sequence and previous hash are set here, whatever stood in them.</summary>
    public LinkedRecord Append(AuditRecord entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var placed = entry with { Sequence = Size, Previous = hash.Write(Last) };
        Last = placed.HashWith(hash);
        frontier.Append(Last);
        return new LinkedRecord(placed, Last);
    }
}
