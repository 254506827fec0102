using System.Text;
using CrossBorder.Verification.Crypto.Encryption;

namespace CrossBorder.Verification.Tests.Crypto.Encryption;

/// <summary>RFC 7518 appendix B.1 for A128CBC-HS256, RFC 3394 section 4.6 for the key wrap.</summary>
public sealed class CbcHmacVectors
{
    private static readonly byte[] Key = Convert.FromHexString("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static readonly byte[] Vector = Convert.FromHexString("1af38c2dc2b96ffdd86694092341bc04");
    private static readonly byte[] Associated = Encoding.ASCII.GetBytes("The second principle of Auguste Kerckhoffs");

    private static readonly byte[] Plaintext = Encoding.ASCII.GetBytes(
        "A cipher system must not be required to be secret, and it must be able to fall into the hands of the enemy without inconvenience");

    [Fact]
    public void The_example_of_the_specification_comes_out_and_goes_in()
    {
        var made = CbcHmac.Seal(Key, Vector, Plaintext, Associated);

        Assert.Equal("c80edfa32ddf39d5ef00c0b468834279", Convert.ToHexStringLower(made.AsSpan(16, 16)));
        Assert.Equal("652c3fa36b0a7c5b3219fab3a30bc1c4", Convert.ToHexStringLower(made.AsSpan(made.Length - 16)));
        Assert.Equal(Plaintext, CbcHmac.Open(Key, made, Associated).Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(-1)]
    public void What_was_changed_is_refused_with_CB3009(int at)
    {
        var made = CbcHmac.Seal(Key, Plaintext, Associated);
        made[at < 0 ? made.Length + at : at] ^= 1;
        Assert.Equal("CB3009", CbcHmac.Open(Key, made, Associated).Error.Code);
        Assert.Equal("CB3009", CbcHmac.Open(Key, made.AsSpan(0, 31), Associated).Error.Code);
    }

    [Fact]
    public void The_key_wrap_is_that_of_RFC_3394()
    {
        var content = Convert.FromHexString("00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f");
        var wrapped = AgreedKey.Wrap(Key, content);

        Assert.Equal("28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21", Convert.ToHexStringLower(wrapped));
        Assert.Equal(content, AgreedKey.Unwrap(Key, wrapped));
        wrapped[3] ^= 1;
        Assert.Null(AgreedKey.Unwrap(Key, wrapped));
        Assert.Null(AgreedKey.Unwrap(Key, [1, 2, 3]));
    }
}
