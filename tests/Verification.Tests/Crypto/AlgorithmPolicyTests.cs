using System.Text;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Tests.Crypto;

public sealed class AlgorithmPolicyTests
{
    public static TheoryData<SignatureUse> Uses => [.. Enum.GetValues<SignatureUse>()];

    [Theory]
    [MemberData(nameof(Uses))]
    public void A_new_algorithm_of_the_catalogue_is_taken_nowhere_by_itself(SignatureUse use)
    {
        Assert.Equal(["RS256", "PS256", "ES256", "SGD_SM3_SM2"], AlgorithmPolicy.Default.NamesFor(use));
        Assert.False(AlgorithmPolicy.Default.Takes(use, "ES384"));
        Assert.False(AlgorithmPolicy.Default.Takes(use, KeyKind.EcP384));
        Assert.False(AlgorithmPolicy.Default.Takes(use, "EdDSA"));
        Assert.False(AlgorithmPolicy.Default.Takes(use, KeyKind.Ed25519));
    }

    [Fact]
    public void A_policy_changes_one_use_alone()
    {
        var policy = AlgorithmPolicy.Default.With(SignatureUse.Receipts, ["ES384", "SGD_SM3_SM2", "ES384"]).Value;
        Assert.Equal(["ES384", "SGD_SM3_SM2"], policy.NamesFor(SignatureUse.Receipts));
        Assert.True(policy.Takes(SignatureUse.Receipts, KeyKind.EcP384));
        Assert.False(policy.Takes(SignatureUse.Receipts, "RS256"));
        Assert.False(policy.Takes(SignatureUse.Receipts, "es384"));
        Assert.Equal(AlgorithmPolicy.Default.NamesFor(SignatureUse.Tokens), policy.NamesFor(SignatureUse.Tokens));
        Assert.False(AlgorithmPolicy.Default.Takes(SignatureUse.Receipts, "ES384"));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("SGD_SM3_HMAC")]
    [InlineData("ES256K")]
    [InlineData("")]
    public void A_policy_never_adds_to_the_catalogue_CB1001(string name) =>
        Assert.Equal("CB1001", AlgorithmPolicy.Default.With(SignatureUse.Tokens, ["RS256", name]).Error.Code);

    [Fact]
    public void A_policy_that_takes_nothing_is_refused_with_CB1001() =>
        Assert.Equal("CB1001", AlgorithmPolicy.Default.With(SignatureUse.Tokens, []).Error.Code);

    [Theory]
    [InlineData("RS256", 32)]
    [InlineData("PS384", 48)]
    [InlineData("ES384", 48)]
    [InlineData("RS512", 64)]
    [InlineData("ES512", 64)]
    [InlineData("SGD_SM3_SM2", 32)]
    public void The_digest_for_at_hash_is_that_of_the_algorithm(string name, int length)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        Assert.Equal(length, Digests.Of(algorithm, "token"u8).Length);
    }

    [Fact]
    public void The_digest_of_RS384_is_the_published_SHA_384_of_abc() =>
        Assert.Equal(
            "CB00753F45A35E8BB5A03D699AC65007272C32AB0EDED1631A8B605A43FF5BED8086072BA1E7CC2358BAECA134C825A7",
            Convert.ToHexString(Digests.Of(AlgorithmCatalogue.RS384, Encoding.ASCII.GetBytes("abc"))));
}
