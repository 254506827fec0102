using System.Numerics;

namespace CrossBorder.Verification.Audit;

/// <summary>
/// A Merkle tree over the entries of a log (RFC 9162 section 2.1): roots of every size, and the proofs that others verify with
/// <see cref="MerkleProof"/>. Holds about two hashes for each entry. Not safe for several threads while it grows.
/// </summary>
/// <param name="hash">The hash of the log.</param>
public sealed class MerkleTree(LogHash hash)
{
    // levels[k][i] is the root of the complete subtree of 2^k leaves that begins at leaf i * 2^k.
    private readonly List<List<byte[]>> levels = [[]];

    /// <summary>Number of entries.</summary>
    public long Size => levels[0].Count;

    /// <summary>Adds an entry by its leaf hash, <see cref="LogHash.Leaf"/>.</summary>
    /// <exception cref="ArgumentException">It is not of <see cref="LogHash.Length"/> bytes.</exception>
    public void Append(ReadOnlySpan<byte> leafHash)
    {
        if (leafHash.Length != LogHash.Length)
            throw new ArgumentException("That is not a hash.", nameof(leafHash));

        levels[0].Add(leafHash.ToArray());
        for (var level = 0; levels[level].Count % 2 == 0; level++)
        {
            if (levels.Count == level + 1)
                levels.Add([]);
            levels[level + 1].Add(hash.Node(levels[level][^2], levels[level][^1]));
        }
    }

    /// <summary>The root over the first <paramref name="size"/> entries.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public byte[] Root(long size)
    {
        Require(size >= 0 && size <= Size, nameof(size));
        return [.. Subtree(0, size)];
    }

    /// <summary>The audit path of one entry in the tree of a size, from the leaf upwards (RFC 9162 section 2.1.3.1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry or size.</exception>
    public IReadOnlyList<byte[]> InclusionProof(long index, long size)
    {
        Require(size >= 0 && size <= Size, nameof(size));
        Require(index >= 0 && index < size, nameof(index));
        var path = new List<byte[]>();
        Climb(index, 0, size, path);
        return path;
    }

    /// <summary>What proves that the tree of the first size is the beginning of that of the second (RFC 9162 section 2.1.4.1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 &lt; first ≤ second ≤ <see cref="Size"/>.</exception>
    public IReadOnlyList<byte[]> ConsistencyProof(long first, long second)
    {
        Require(second >= 0 && second <= Size, nameof(second));
        Require(first > 0 && first <= second, nameof(first));
        var path = new List<byte[]>();
        Compare(first, 0, second, whole: true, path);
        return path;
    }

    private void Climb(long index, long start, long size, List<byte[]> path)
    {
        if (size == 1)
            return;

        var left = LeftOf(size);
        if (index < left)
        {
            Climb(index, start, left, path);
            path.Add(Subtree(start + left, size - left));
        }
        else
        {
            Climb(index - left, start + left, size - left, path);
            path.Add(Subtree(start, left));
        }
    }

    private void Compare(long first, long start, long size, bool whole, List<byte[]> path)
    {
        if (first == size)
        {
            if (!whole)
                path.Add(Subtree(start, size));
            return;
        }

        var left = LeftOf(size);
        if (first <= left)
        {
            Compare(first, start, left, whole, path);
            path.Add(Subtree(start + left, size - left));
        }
        else
        {
            Compare(first - left, start + left, size - left, whole: false, path);
            path.Add(Subtree(start, left));
        }
    }

    private byte[] Subtree(long start, long size)
    {
        if (size == 0)
            return hash.EmptyRoot;
        if (BitOperations.IsPow2(size))
            return levels[BitOperations.Log2((ulong)size)][(int)(start / size)];

        var left = LeftOf(size);
        return hash.Node(Subtree(start, left), Subtree(start + left, size - left));
    }

    /// <summary>The largest power of two smaller than the size.</summary>
    private static long LeftOf(long size) => 1L << BitOperations.Log2((ulong)(size - 1));

    private static void Require(bool holds, string name)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(name, "There is no such tree or entry.");
    }
}
