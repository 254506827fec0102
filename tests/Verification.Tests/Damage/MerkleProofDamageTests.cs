using CrossBorder.Verification.Audit;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>Proofs come from whoever keeps the log: whatever they hold, they hold for what they were made of or not at all.</summary>
public sealed class MerkleProofDamageTests
{
    private const int Size = 45;
    private static readonly LogHash Hash = LogHash.Sm3;
    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, Size).Select(number => Hash.Leaf([(byte)number]))];
    private static readonly MerkleTree Tree = Grown();

    private static readonly Gen<long> Numbers =
        Gen.OneOf(Gen.Long, Gen.Long[-2, Size + 2], Gen.Int[0, 63].Select(bit => 1L << bit), Gen.Const(long.MaxValue), Gen.Const(long.MinValue));

    [Fact]
    public void A_damaged_inclusion_proof_does_not_hold() => Gen.Long[0, Size - 1].SelectMany(index =>
        Damaged(Tree.InclusionProof(index, Size)).Select(path => (index, path))).Sample((index, path) =>
            IsSame(path, Tree.InclusionProof(index, Size)) == MerkleProof.VerifyInclusion(Hash, Leaves[index], index, Size, path, Tree.Root(Size)),
            iter: Rounds.Many);

    [Fact]
    public void A_damaged_consistency_proof_does_not_hold() => Gen.Long[1, Size].SelectMany(first =>
        Damaged(Tree.ConsistencyProof(first, Size)).Select(path => (first, path))).Sample((first, path) =>
            IsSame(path, Tree.ConsistencyProof(first, Size)) == MerkleProof.VerifyConsistency(Hash, first, Size, path, Tree.Root(first), Tree.Root(Size)),
            iter: Rounds.Many);

    [Fact]
    public void Any_numbers_with_any_path_are_no_proof() => Gen.Select(Numbers, Numbers, Gen.Byte.Array[0, 33].Array[0, 70]).Sample((one, other, path) =>
        !MerkleProof.VerifyInclusion(Hash, Leaves[0], one, other, path, Tree.Root(Size))
        // Of two trees of one size nothing but their being the same is asked, so these differ.
        && !MerkleProof.VerifyConsistency(Hash, one, other, path, Tree.Root(Size - 1), Tree.Root(Size)), iter: Rounds.Many);

    [Fact]
    public void A_path_without_end_is_no_proof()
    {
        byte[][] path = [.. Enumerable.Repeat(Leaves[1], 100_000)];
        foreach (var size in new[] { 1, 2, Size, long.MaxValue })
        {
            Assert.False(MerkleProof.VerifyInclusion(Hash, Leaves[0], 0, size, path, Tree.Root(Size)));
            Assert.False(MerkleProof.VerifyInclusion(Hash, Leaves[0], size - 1, size, path, Tree.Root(Size)));
            Assert.False(MerkleProof.VerifyConsistency(Hash, 1, size, path, Tree.Root(1), Tree.Root(Size)));
            Assert.False(MerkleProof.VerifyConsistency(Hash, size - 1, size, path, Tree.Root(1), Tree.Root(Size)));
        }
    }

    [Fact]
    public void A_path_with_a_hole_is_no_proof()
    {
        byte[][] path = [.. Tree.InclusionProof(0, Size).SkipLast(1), null!];
        Assert.False(MerkleProof.VerifyInclusion(Hash, Leaves[0], 0, Size, path, Tree.Root(Size)));
        Assert.False(MerkleProof.VerifyConsistency(Hash, 3, Size, path, Tree.Root(3), Tree.Root(Size)));
    }

    /// <summary>One hash damaged, taken out or doubled, or two of them exchanged.</summary>
    private static Gen<byte[][]> Damaged(IReadOnlyList<byte[]> good) => good.Count == 0
        ? Gen.Byte.Array[0, 40].Array[1, 3]
        : Gen.Select(Gen.Int[0, 3], Gen.Int[0, good.Count - 1], Gen.Int[0, good.Count - 1]).SelectMany((kind, at, other) => kind switch
        {
            0 => DamagedBytes.Of(good[at]).Select(hash => (byte[][])[.. good.Take(at), hash, .. good.Skip(at + 1)]),
            1 => Gen.Const((byte[][])[.. good.Take(at), .. good.Skip(at + 1)]),
            2 => Gen.Const((byte[][])[.. good.Take(at), good[at], .. good.Skip(at)]),
            _ => Gen.Const((byte[][])[.. good.Select((hash, index) => index == at ? good[other] : index == other ? good[at] : hash)]),
        });

    private static bool IsSame(byte[][] path, IReadOnlyList<byte[]> other) =>
        path.Length == other.Count && path.Zip(other).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    private static MerkleTree Grown()
    {
        var tree = new MerkleTree(Hash);
        foreach (var leaf in Leaves)
            tree.Append(leaf);
        return tree;
    }
}
