using System.Numerics;

namespace CrossBorder.Verification.Audit;

/// <summary>
/// Verifies proofs about a tree of which only roots are known (RFC 9162 sections 2.1.3.2 and 2.1.4.2). Strict: a path that is too short,
/// too long or holds something other than hashes does not hold. Nothing here is secret, so nothing takes constant time.
/// </summary>
public static class MerkleProof
{
    /// <summary>Whether an entry stands at an index in the tree of that size and root.</summary>
    /// <param name="hash">The hash of the log.</param>
    /// <param name="leafHash">The entry's <see cref="LogHash.Leaf"/>.</param>
    /// <param name="index">From zero.</param>
    /// <param name="size">Number of entries of the tree.</param>
    /// <param name="path">The audit path, from the leaf upwards.</param>
    /// <param name="root">The root that is believed, from a verified <see cref="Checkpoint"/>.</param>
    public static bool VerifyInclusion(
        LogHash hash, ReadOnlySpan<byte> leafHash, long index, long size, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size || leafHash.Length != LogHash.Length || !AreHashes(path))
            return false;

        var (node, last) = (index, size - 1);
        var found = leafHash.ToArray();
        foreach (var sibling in path)
        {
            if (last == 0)
                return false;

            if ((node & 1) == 1 || node == last)
            {
                found = hash.Node(sibling, found);
                SkipLevels(ref node, ref last);
            }
            else
            {
                found = hash.Node(found, sibling);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && root.SequenceEqual(found);
    }

    /// <summary>
    /// Whether the tree of the first size and root is the beginning of that of the second. A tree is consistent with itself, and an empty
    /// one with every other; both without a path.
    /// </summary>
    /// <param name="hash">The hash of the log.</param>
    /// <param name="first">Number of entries of the earlier tree.</param>
    /// <param name="second">Number of entries of the later one.</param>
    /// <param name="path">The proof, from the bottom upwards.</param>
    /// <param name="firstRoot">Root of the earlier tree.</param>
    /// <param name="secondRoot">Root of the later tree.</param>
    public static bool VerifyConsistency(
        LogHash hash, long first, long second, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> firstRoot, ReadOnlySpan<byte> secondRoot)
    {
        if (first < 0 || first > second || firstRoot.Length != LogHash.Length || secondRoot.Length != LogHash.Length || !AreHashes(path))
            return false;
        if (first == second)
            return path.Count == 0 && firstRoot.SequenceEqual(secondRoot);
        if (first == 0)
            return path.Count == 0 && firstRoot.SequenceEqual(hash.EmptyRoot);
        if (path.Count == 0)
            return false;

        // The root of a complete tree is itself a node of the later one, and left out of the proof.
        IReadOnlyList<byte[]> nodes = BitOperations.IsPow2(first) ? [firstRoot.ToArray(), .. path] : path;
        var (node, last) = (first - 1, second - 1);
        while ((node & 1) == 1)
        {
            node >>= 1;
            last >>= 1;
        }

        var (earlier, later) = (nodes[0], nodes[0]);
        foreach (var sibling in nodes.Skip(1))
        {
            if (last == 0)
                return false;

            if ((node & 1) == 1 || node == last)
            {
                earlier = hash.Node(sibling, earlier);
                later = hash.Node(sibling, later);
                SkipLevels(ref node, ref last);
            }
            else
            {
                later = hash.Node(later, sibling);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && firstRoot.SequenceEqual(earlier) && secondRoot.SequenceEqual(later);
    }

    /// <summary>At the right edge a node without a sibling is carried up as it is.</summary>
    private static void SkipLevels(ref long node, ref long last)
    {
        while ((node & 1) == 0 && node != 0)
        {
            node >>= 1;
            last >>= 1;
        }
    }

    private static bool AreHashes(IReadOnlyList<byte[]> path) => path.All(entry => entry is { Length: LogHash.Length });
}
