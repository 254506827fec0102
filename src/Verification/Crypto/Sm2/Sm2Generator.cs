using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>Multiples of the curve's generator, made when first wanted: some milliseconds, once for the process.</summary>
internal static class Sm2Generator
{
    private const int SecretWidth = 6;
    private const int OpenWidth = 8;

    private static readonly Lazy<PointMultiples> Secret = new(() => PointMultiples.Of(Sm2Curve.Domain.G, SecretWidth, 1 << SecretWidth));

    private static readonly Lazy<PointMultiples> Open = new(() => PointMultiples.Of(Sm2Curve.Domain.G, OpenWidth, 1 << (OpenWidth - 1)));

    /// <summary>What every digit being one more than it should adds to the scalar: the sum of all rows' first entries.</summary>
    private static readonly BigInteger Surplus = Enumerable.Range(0, PointMultiples.RowsFor(SecretWidth))
        .Aggregate(BigInteger.Zero, (sum, row) => sum.SetBit(row * SecretWidth)).Mod(Sm2Curve.Domain.N);

    /// <summary>For half windows; see <see cref="OpenMultiplication"/>.</summary>
    public static PointMultiples OpenMultiples => Open.Value;

    /// <summary>
    /// k·G for a secret k: the same additions and the same memory for every k. Digits count from one, so that none is zero and
    /// no addition is left out; the scalar is made smaller by that beforehand.
    /// </summary>
    public static ECPoint MultiplySecretly(BigInteger k)
    {
        var scalar = Sm2Scalar.Bytes(k.Subtract(Surplus).Mod(Sm2Curve.Domain.N));
        var multiples = Secret.Value;
        var sum = multiples.Secretly(0, ScalarDigits.At(scalar, 0, SecretWidth));
        for (var row = 1; row < multiples.Rows; row++)
            sum = sum.Add(multiples.Secretly(row, ScalarDigits.At(scalar, row * SecretWidth, SecretWidth)));
        return sum;
    }
}
