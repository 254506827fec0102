using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>
/// k·P for a secret k and any point, as <see cref="Sm2Generator"/> does for the one point that it has tables of: the same additions,
/// doublings and memory for every k. BouncyCastle's own multiplication leaves out the zeros of k, and a stranger chooses P.
/// </summary>
internal static class SecretMultiplication
{
    private const int Width = 4;
    private const int Rows = 256 / Width;

    /// <summary>What digits that count from one add to the scalar.</summary>
    private static readonly BigInteger Surplus = Enumerable.Range(0, Rows)
        .Aggregate(BigInteger.Zero, (sum, row) => sum.SetBit(row * Width)).Mod(Sm2Curve.Domain.N);

    public static ECPoint Multiply(ECPoint point, BigInteger k)
    {
        var scalar = Sm2Scalar.Bytes(k.Subtract(Surplus).Mod(Sm2Curve.Domain.N));
        var table = TableOf(point);
        var sum = table.Lookup(DigitAt(scalar, Rows - 1));
        for (var row = Rows - 2; row >= 0; row--)
            sum = sum.TimesPow2(Width).Add(table.Lookup(DigitAt(scalar, row)));
        return sum.Normalize();
    }

    private static int DigitAt(byte[] scalar, int row) => ScalarDigits.At(scalar, row * Width, Width);

    private static ECLookupTable TableOf(ECPoint point)
    {
        var multiples = new ECPoint[1 << Width];
        multiples[0] = point;
        for (var index = 1; index < multiples.Length; index++)
            multiples[index] = multiples[index - 1].Add(point);
        point.Curve.NormalizeAll(multiples);
        return point.Curve.CreateCacheSafeLookupTable(multiples, 0, multiples.Length);
    }
}
