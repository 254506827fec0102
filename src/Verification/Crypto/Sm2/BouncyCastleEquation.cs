using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>The equation by BouncyCastle's arithmetic, for whoever switches ours off, and as ours is checked against it.</summary>
internal sealed class BouncyCastleEquation(ECPoint key) : ISm2Equation
{
    private const int Width = 6;
    private static readonly BigInteger N = Sm2Curve.Domain.N;
    private PointMultiples? multiples;
    private int seen;

    public bool Holds(ReadOnlySpan<byte> r, ReadOnlySpan<byte> s, ReadOnlySpan<byte> e)
    {
        var (first, second) = (new BigInteger(1, r), new BigInteger(1, s));
        if (!Sm2Scalar.IsInRange(first) || !Sm2Scalar.IsInRange(second))
            return false;
        var t = first.Add(second).Mod(N);
        if (t.SignValue == 0)
            return false;

        var sum = Sum(second, t);
        return !sum.IsInfinity && HasCoordinate(sum, first.Subtract(new BigInteger(1, e)).Mod(N));
    }

    /// <summary>s·G + t·P.</summary>
    private ECPoint Sum(BigInteger s, BigInteger t)
    {
        if ((Volatile.Read(ref multiples) ?? Learn()) is not { } own)
            return ECAlgorithms.SumOfTwoMultiplies(Sm2Curve.Domain.G, s, key, t);
        var sum = OpenMultiplication.Add(key.Curve.Infinity, Sm2Generator.OpenMultiples, Sm2Scalar.Bytes(s));
        return OpenMultiplication.Add(sum, own, Sm2Scalar.Bytes(t));
    }

    /// <summary>Only the call that makes it regular computes the table; others meanwhile go on without.</summary>
    private PointMultiples? Learn()
    {
        if (Interlocked.Increment(ref seen) != Sm2Verifier.Regular)
            return null;
        var made = PointMultiples.Of(key, Width, 1 << (Width - 1));
        Volatile.Write(ref multiples, made);
        return made;
    }

    /// <summary>
    /// Whether the point's x is that number modulo n. The point is projective, x = X/Z²: X is compared with x·Z², which needs no
    /// inversion. As n is a little below p, x may also be the number plus n.
    /// </summary>
    private static bool HasCoordinate(ECPoint point, BigInteger x)
    {
        var curve = point.Curve;
        var square = point.GetZCoord(0).Square();
        var above = x.Add(N);
        return point.XCoord.Equals(curve.FromBigInteger(x).Multiply(square))
            || (above.CompareTo(curve.Field.Characteristic) < 0 && point.XCoord.Equals(curve.FromBigInteger(above).Multiply(square)));
    }
}
