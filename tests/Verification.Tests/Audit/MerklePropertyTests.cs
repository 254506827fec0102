using System.Security.Cryptography;
using CrossBorder.Verification.Audit;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Tests.Audit;

/// <summary>Every proof of every size up to seventy, which passes six powers of two; and nothing that looks like one.</summary>
public sealed class MerklePropertyTests
{
    private const int Largest = 70;

    public static TheoryData<string> Hashes => ["sha256", "sm3"];

    [Theory, MemberData(nameof(Hashes))]
    public void Every_root_follows_the_definition_and_the_frontier_grows_to_it(string name)
    {
        var (hash, tree, leaves) = Grown(name);
        var frontier = new MerkleFrontier(hash);
        for (var size = 0; size <= Largest; size++)
        {
            Assert.Equal(Defined(hash, leaves[..size]), tree.Root(size));
            Assert.Equal(tree.Root(size), frontier.Root());
            // Saved and restored in between, as the log does it.
            frontier = MerkleFrontier.Restore(hash, size, frontier.Save());
            if (size < Largest)
                frontier.Append(leaves[size]);
        }
    }

    [Theory, MemberData(nameof(Hashes))]
    public void Every_inclusion_proof_of_every_size_holds_at_its_own_place_alone(string name)
    {
        var (hash, tree, leaves) = Grown(name);
        for (var size = 1; size <= Largest; size++)
            for (var index = 0; index < size; index++)
            {
                var (path, root) = (tree.InclusionProof(index, size), tree.Root(size));
                Assert.True(MerkleProof.VerifyInclusion(hash, leaves[index], index, size, path, root));
                Assert.False(MerkleProof.VerifyInclusion(hash, leaves[(index + 1) % Largest], index, size, path, root));
                Assert.False(MerkleProof.VerifyInclusion(hash, leaves[index], index + 1, size, path, root));
                Assert.False(MerkleProof.VerifyInclusion(hash, leaves[index], index - 1, size, path, root));
                Assert.False(MerkleProof.VerifyInclusion(hash, leaves[index], index, size, [.. path, leaves[0]], root));
                Assert.False(MerkleProof.VerifyInclusion(hash, leaves[index], index, size, [leaves[0], .. path], root));
                Assert.False(MerkleProof.VerifyInclusion(hash, leaves[index], index, size, path, tree.Root(size - 1)));
                if (path.Count > 0)
                {
                    Assert.False(MerkleProof.VerifyInclusion(hash, leaves[index], index, size, [.. path.SkipLast(1)], root));
                    Assert.False(MerkleProof.VerifyInclusion(hash, leaves[index], index, size, [.. path.Skip(1)], root));
                }
            }
    }

    [Theory, MemberData(nameof(Hashes))]
    public void Every_consistency_proof_of_every_pair_holds_for_that_pair_alone(string name)
    {
        var (hash, tree, leaves) = Grown(name);
        for (var second = 1; second <= Largest; second++)
            for (var first = 1; first <= second; first++)
            {
                var path = tree.ConsistencyProof(first, second);
                var (earlier, later) = (tree.Root(first), tree.Root(second));
                Assert.True(MerkleProof.VerifyConsistency(hash, first, second, path, earlier, later));
                Assert.False(MerkleProof.VerifyConsistency(hash, first, second, [.. path, leaves[0]], earlier, later));
                Assert.False(MerkleProof.VerifyConsistency(hash, first, second, path, tree.Root(first - 1), later));
                Assert.False(MerkleProof.VerifyConsistency(hash, first, second, path, earlier, tree.Root(second - 1)));
                Assert.False(MerkleProof.VerifyConsistency(hash, second + 1, first, path, earlier, later));
                if (path.Count > 0)
                    Assert.False(MerkleProof.VerifyConsistency(hash, first, second, [.. path.SkipLast(1)], earlier, later));
            }
    }

    [Theory, MemberData(nameof(Hashes))]
    public void Any_flipped_bit_of_a_proof_fails(string name)
    {
        var (hash, tree, leaves) = Grown(name);
        foreach (var (first, second) in new[] { (1, 2), (3, 7), (6, 8), (8, 13), (32, 70), (33, 64), (69, 70) })
        {
            var index = first - 1;
            var (inclusion, consistency) = (tree.InclusionProof(index, second), tree.ConsistencyProof(first, second));
            var (earlier, later) = (tree.Root(first), tree.Root(second));
            foreach (var flipped in Flips(inclusion))
                Assert.False(MerkleProof.VerifyInclusion(hash, leaves[index], index, second, flipped, later));
            foreach (var flipped in Flips(consistency))
                Assert.False(MerkleProof.VerifyConsistency(hash, first, second, flipped, earlier, later));
            foreach (var flipped in Flips([later]))
            {
                Assert.False(MerkleProof.VerifyInclusion(hash, leaves[index], index, second, inclusion, flipped[0]));
                Assert.False(MerkleProof.VerifyConsistency(hash, first, second, consistency, earlier, flipped[0]));
            }

            foreach (var flipped in Flips([earlier]))
                Assert.False(MerkleProof.VerifyConsistency(hash, first, second, consistency, flipped[0], later));
            foreach (var flipped in Flips([leaves[index]]))
                Assert.False(MerkleProof.VerifyInclusion(hash, flipped[0], index, second, inclusion, later));
        }
    }

    [Fact]
    public void An_empty_log_is_the_beginning_of_every_other_and_holds_nothing()
    {
        var (hash, tree, leaves) = Grown("sm3");
        Assert.True(MerkleProof.VerifyConsistency(hash, 0, 5, [], tree.Root(0), tree.Root(5)));
        Assert.True(MerkleProof.VerifyConsistency(hash, 0, 0, [], tree.Root(0), tree.Root(0)));
        Assert.False(MerkleProof.VerifyConsistency(hash, 0, 5, [leaves[0]], tree.Root(0), tree.Root(5)));
        Assert.False(MerkleProof.VerifyConsistency(hash, 0, 5, [], tree.Root(1), tree.Root(5)));
        Assert.False(MerkleProof.VerifyConsistency(hash, -1, 5, [], tree.Root(0), tree.Root(5)));
        Assert.False(MerkleProof.VerifyInclusion(hash, leaves[0], 0, 0, [], tree.Root(0)));
    }

    [Fact]
    public void What_is_not_of_the_length_of_a_hash_is_none()
    {
        var (hash, tree, leaves) = Grown("sha256");
        var path = tree.InclusionProof(0, 2);
        Assert.False(MerkleProof.VerifyInclusion(hash, leaves[0].AsSpan(1), 0, 2, path, tree.Root(2)));
        Assert.False(MerkleProof.VerifyInclusion(hash, leaves[0], 0, 2, [path[0][1..]], tree.Root(2)));
        Assert.False(MerkleProof.VerifyInclusion(hash, leaves[0], 0, 2, path, []));
        Assert.Throws<ArgumentException>(() => tree.Append(new byte[31]));
        Assert.Throws<ArgumentException>(() => MerkleFrontier.Restore(hash, 3, new byte[32]));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.InclusionProof(3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ConsistencyProof(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Root(Largest + 1));
    }

    [Theory]
    [InlineData("sha256:")]
    [InlineData("SHA256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85")]
    [InlineData("sm3:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void A_hash_in_text_has_one_spelling(string text)
    {
        Assert.False(LogHash.Sha256.TryRead(text, out _));
        Assert.True(LogHash.Sha256.TryRead("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", out _));
    }

    private static (LogHash Hash, MerkleTree Tree, byte[][] Leaves) Grown(string name)
    {
        Assert.True(LogHash.TryGet(name, out var hash));
        byte[][] leaves = [.. Enumerable.Range(0, Largest).Select(number => hash.Leaf([(byte)number]))];
        var tree = new MerkleTree(hash);
        foreach (var leaf in leaves)
            tree.Append(leaf);
        return (hash, tree, leaves);
    }

    /// <summary>RFC 9162 section 2.1.1, to the letter.</summary>
    private static byte[] Defined(LogHash hash, byte[][] leaves)
    {
        if (leaves.Length == 0)
            return hash.Name == "sm3" ? Digests.Sm3Bytes([]) : SHA256.HashData([]);
        if (leaves.Length == 1)
            return leaves[0];

        var half = 1;
        while (half * 2 < leaves.Length)
            half *= 2;
        return hash.Node(Defined(hash, leaves[..half]), Defined(hash, leaves[half..]));
    }

    private static IEnumerable<IReadOnlyList<byte[]>> Flips(IReadOnlyList<byte[]> path)
    {
        for (var entry = 0; entry < path.Count; entry++)
            for (var bit = 0; bit < path[entry].Length * 8; bit++)
            {
                byte[][] copy = [.. path.Select(hash => (byte[])hash.Clone())];
                copy[entry][bit / 8] ^= (byte)(1 << (bit % 8));
                yield return copy;
            }
    }
}
