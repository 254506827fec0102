using System.Numerics;

namespace CrossBorder.Verification.Audit;

/// <summary>
/// What is needed of a tree to let it grow and to tell its root: the roots of its complete subtrees, one for each bit of the size.
/// A log of a million entries keeps at most twenty hashes.
/// </summary>
public sealed class MerkleFrontier
{
    private readonly LogHash hash;
    private readonly List<byte[]> peaks = [];

    /// <summary>The frontier of an empty tree.</summary>
    /// <param name="hash">The hash of the log.</param>
    public MerkleFrontier(LogHash hash) => this.hash = hash;

    /// <summary>Number of entries.</summary>
    public long Size { get; private set; }

    /// <summary>The frontier that <see cref="Save"/> wrote.</summary>
    /// <exception cref="ArgumentException">It is not one of that size.</exception>
    public static MerkleFrontier Restore(LogHash hash, long size, ReadOnlySpan<byte> saved)
    {
        if (size < 0 || saved.Length != BitOperations.PopCount((ulong)size) * LogHash.Length)
            throw new ArgumentException("That is not the frontier of a tree of this size.", nameof(saved));

        var frontier = new MerkleFrontier(hash) { Size = size };
        for (var offset = 0; offset < saved.Length; offset += LogHash.Length)
            frontier.peaks.Add(saved.Slice(offset, LogHash.Length).ToArray());
        return frontier;
    }

    /// <summary>The hashes one after the other, the largest subtree first.</summary>
    public byte[] Save() => [.. peaks.SelectMany(peak => peak)];

    /// <summary>Adds an entry by its leaf hash, <see cref="LogHash.Leaf"/>.</summary>
    /// <exception cref="ArgumentException">It is not of <see cref="LogHash.Length"/> bytes.</exception>
    public void Append(ReadOnlySpan<byte> leafHash)
    {
        if (leafHash.Length != LogHash.Length)
            throw new ArgumentException("That is not a hash.", nameof(leafHash));

        var peak = leafHash.ToArray();
        for (var bits = Size; (bits & 1) == 1; bits >>= 1)
        {
            peak = hash.Node(peaks[^1], peak);
            peaks.RemoveAt(peaks.Count - 1);
        }

        peaks.Add(peak);
        Size++;
    }

    /// <summary>The root of the tree (RFC 9162 section 2.1.1).</summary>
    public byte[] Root()
    {
        if (peaks.Count == 0)
            return [.. hash.EmptyRoot];

        var root = peaks[^1];
        for (var index = peaks.Count - 2; index >= 0; index--)
            root = hash.Node(peaks[index], root);
        return [.. root];
    }
}
