using CrossBorder.Federation.Officers;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>Codes as RFC 6238 appendix B has them, of which the last six digits are ours.</summary>
public sealed class TotpTests
{
    private static readonly string Secret = Base32.Encode("12345678901234567890"u8);

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Published_codes_come_out(long seconds, string code)
    {
        var moment = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, Totp.CodeAt(Secret, Totp.StepAt(moment)));
        Assert.Equal(Totp.StepAt(moment), Totp.Match(Secret, code, moment));
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_be_wrong_by_one_step(int seconds, bool holds)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111111);

        Assert.Equal(holds, Totp.Match(Secret, Totp.CodeAt(Secret, Totp.StepAt(now.AddSeconds(seconds))), now) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("05047")]
    [InlineData("0504710")]
    [InlineData("０５０４７１")]
    public void Anything_else_is_no_code(string code) =>
        Assert.Null(Totp.Match(Secret, code, DateTimeOffset.FromUnixTimeSeconds(1111111111)));

    [Fact]
    public void Base32_comes_back_as_it_was()
    {
        for (var length = 0; length < 40; length++)
        {
            byte[] bytes = [.. Enumerable.Range(0, length).Select(value => (byte)(value * 37))];
            Assert.Equal(bytes, Base32.Decode(Base32.Encode(bytes)));
        }
    }
}
