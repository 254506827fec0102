using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;

namespace CrossBorder.Verification.Tests.Crypto;

public sealed class SignatureRangeTests
{
    private const string Sm2Order = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123";
    private const string P256Order = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551";
    private const string Zero = "0000000000000000000000000000000000000000000000000000000000000000";

    public static TheoryData<string, string> Curves => new() { { "SGD_SM3_SM2", Sm2Order }, { "ES256", P256Order } };

    [Theory]
    [MemberData(nameof(Curves))]
    public void Numbers_of_zero_or_of_the_order_and_above_never_verify(string name, string order)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        var key = Keys.Of(algorithm);
        var good = key.Sign("data"u8);
        Assert.True(key.PublicKey.Verify(algorithm, "data"u8, good));

        foreach (var number in new[] { Zero, order, new string('F', 64) })
        {
            byte[] bytes = Convert.FromHexString(number);
            Assert.False(key.PublicKey.Verify(algorithm, "data"u8, [.. bytes, .. good[32..]]));
            Assert.False(key.PublicKey.Verify(algorithm, "data"u8, [.. good[..32], .. bytes]));
            Assert.False(key.PublicKey.Verify(algorithm, "data"u8, [.. bytes, .. bytes]));
        }
    }

    [Theory]
    [InlineData("SGD_SM3_SM2")]
    [InlineData("ES256")]
    [InlineData("RS256")]
    [InlineData("PS256")]
    public void Another_length_never_verifies(string name)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        var key = Keys.Of(algorithm);
        var good = key.Sign("data"u8);

        Assert.False(key.PublicKey.Verify(algorithm, "data"u8, [.. good, 0]));
        Assert.False(key.PublicKey.Verify(algorithm, "data"u8, good.AsSpan(0, good.Length - 1)));
        Assert.False(key.PublicKey.Verify(algorithm, "data"u8, []));
    }

    [Fact]
    public void One_algorithm_of_a_key_does_not_verify_as_another()
    {
        var rs256 = Keys.Of(AlgorithmCatalogue.RS256);
        Assert.False(rs256.PublicKey.Verify(AlgorithmCatalogue.PS256, "data"u8, rs256.Sign("data"u8)));
        var sm2 = Keys.Of(AlgorithmCatalogue.Sm2);
        Assert.False(sm2.PublicKey.Verify(AlgorithmCatalogue.ES256, "data"u8, sm2.Sign("data"u8)));
    }
}
