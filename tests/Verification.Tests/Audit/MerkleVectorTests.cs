using CrossBorder.Verification.Audit;

namespace CrossBorder.Verification.Tests.Audit;

/// <summary>
/// The published vectors of Certificate Transparency (RFC 6962, unchanged in RFC 9162 section 2.1): eight leaves, their roots,
/// and the proofs that the reference implementation tests itself with.
/// </summary>
public sealed class MerkleVectorTests
{
    private const string Leaf0 = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
    private const string Leaf1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private const string Leaf4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private const string Node01 = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
    private const string Node23 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private const string Node45 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
    private const string Node67 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private const string Node0To3 = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
    private const string Node4To7 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";

    private static readonly string[] Leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        Leaf0,
        Node01,
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        Node0To3,
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private static readonly MerkleTree Tree = Build();

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void The_root_of_each_size_is_the_published_one(int size)
    {
        Assert.Equal(Roots[size], Convert.ToHexStringLower(Tree.Root(size)));

        var frontier = new MerkleFrontier(LogHash.Sha256);
        foreach (var leaf in Leaves.Take(size))
            frontier.Append(LogHash.Sha256.Leaf(Convert.FromHexString(leaf)));
        Assert.Equal(Roots[size], Convert.ToHexStringLower(frontier.Root()));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 8, Leaf1, Node23, Node4To7)]
    [InlineData(5, 8, Leaf4, Node67, Node0To3)]
    [InlineData(2, 3, Node01)]
    [InlineData(1, 5, Leaf0, Node23, Leaf4)]
    public void Inclusion_is_proved_by_the_published_path(long index, long size, params string[] path)
    {
        Assert.Equal(path, Tree.InclusionProof(index, size).Select(Convert.ToHexStringLower));
        Assert.True(MerkleProof.VerifyInclusion(
            LogHash.Sha256, LogHash.Sha256.Leaf(Convert.FromHexString(Leaves[index])), index, size, [.. path.Select(Convert.FromHexString)], Convert.FromHexString(Roots[size])));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 8, Leaf1, Node23, Node4To7)]
    [InlineData(6, 8, Node45, Node67, Node0To3)]
    [InlineData(2, 5, Node23, Leaf4)]
    public void Consistency_is_proved_by_the_published_path(long first, long second, params string[] path)
    {
        Assert.Equal(path, Tree.ConsistencyProof(first, second).Select(Convert.ToHexStringLower));
        Assert.True(MerkleProof.VerifyConsistency(
            LogHash.Sha256, first, second, [.. path.Select(Convert.FromHexString)], Convert.FromHexString(Roots[first]), Convert.FromHexString(Roots[second])));
    }

    private static MerkleTree Build()
    {
        var tree = new MerkleTree(LogHash.Sha256);
        foreach (var leaf in Leaves)
            tree.Append(LogHash.Sha256.Leaf(Convert.FromHexString(leaf)));
        return tree;
    }
}
