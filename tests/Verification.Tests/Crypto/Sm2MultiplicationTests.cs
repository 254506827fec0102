using CrossBorder.Verification.Crypto.Sm2;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;

namespace CrossBorder.Verification.Tests.Crypto;

/// <summary>Multiplications from tables against BouncyCastle's own, at the edges of the range and of the windows.</summary>
public sealed class Sm2MultiplicationTests
{
    private static readonly BigInteger N = Sm2Curve.Domain.N;

    public static IEnumerable<TheoryDataRow<string>> Scalars() =>
        new[]
        {
            BigInteger.One, BigInteger.Two, N.Subtract(BigInteger.One), N.Subtract(BigInteger.Two), N.ShiftRight(1),
            BigInteger.One.ShiftLeft(255), BigInteger.One.ShiftLeft(252), BigInteger.ValueOf(32), BigInteger.ValueOf(33), BigInteger.ValueOf(128),
            BigInteger.ValueOf(129), BigInteger.ValueOf(255), BigInteger.ValueOf(256), BigInteger.One.ShiftLeft(255).Subtract(BigInteger.One),
            Surplus, Surplus.Add(BigInteger.One), N.Subtract(Surplus),
        }
        .Concat(Enumerable.Range(0, 40).Select(_ => Sm2Scalar.Draw()))
        .Select(number => new TheoryDataRow<string>(number.ToString(16)));

    /// <summary>The scalar whose digits are all zero in the secret multiplication.</summary>
    private static BigInteger Surplus => Enumerable.Range(0, 43).Aggregate(BigInteger.Zero, (sum, row) => sum.SetBit(row * 6)).Mod(N);

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_secret_scalar_gives_the_same_point(string scalar)
    {
        var k = new BigInteger(scalar, 16);
        Assert.Equal(Sm2Curve.Domain.G.Multiply(k).Normalize(), Sm2Generator.MultiplySecretly(k).Normalize());
    }

    [Theory]
    [MemberData(nameof(Scalars))]
    public void An_open_scalar_gives_the_same_point_for_the_generator_and_for_another_point(string scalar)
    {
        var k = new BigInteger(scalar, 16);
        var g = Sm2Curve.Domain.G;
        Assert.Equal(g.Multiply(k).Normalize(), Open(Sm2Generator.OpenMultiples, k));
        var other = g.Multiply(Sm2Scalar.Draw()).Normalize();
        Assert.Equal(other.Multiply(k).Normalize(), Open(PointMultiples.Of(other, 6, 32), k));
    }

    private static ECPoint Open(PointMultiples multiples, BigInteger k) =>
        OpenMultiplication.Add(Sm2Curve.Domain.Curve.Infinity, multiples, Sm2Scalar.Bytes(k)).Normalize();
}
