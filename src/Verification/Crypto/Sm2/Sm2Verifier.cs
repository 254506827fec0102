using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>
/// Verifies with one public key, for any number of threads. A key that proves to be a regular one gets a table of its multiples
/// (90 KB), after which a verification needs no doublings.
/// </summary>
internal sealed class Sm2Verifier(ECPublicKeyParameters key)
{
    public const int SignatureLength = 2 * Sm2Scalar.Length;

    /// <summary>The table costs about as much as so many verifications: a key that is seen less often never pays for one.</summary>
    internal const int Regular = 32;

    private const int Width = 6;
    private static readonly BigInteger N = Sm2Curve.Domain.N;
    private readonly Lazy<Sm2Digest> digest = new(() => new Sm2Digest(key.Q));
    private PointMultiples? multiples;
    private int seen;

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureLength)
            return false;

        var r = new BigInteger(1, signature[..Sm2Scalar.Length]);
        var s = new BigInteger(1, signature[Sm2Scalar.Length..]);
        if (!Sm2Scalar.IsInRange(r) || !Sm2Scalar.IsInRange(s))
            return false;
        var t = r.Add(s).Mod(N);
        if (t.SignValue == 0)
            return false;

        var sum = Sum(s, t);
        return !sum.IsInfinity && HasCoordinate(sum, r.Subtract(digest.Value.Of(data)).Mod(N));
    }

    /// <summary>s·G + t·P.</summary>
    private ECPoint Sum(BigInteger s, BigInteger t)
    {
        if ((Volatile.Read(ref multiples) ?? Learn()) is not { } own)
            return ECAlgorithms.SumOfTwoMultiplies(Sm2Curve.Domain.G, s, key.Q, t);
        var sum = OpenMultiplication.Add(key.Q.Curve.Infinity, Sm2Generator.OpenMultiples, Sm2Scalar.Bytes(s));
        return OpenMultiplication.Add(sum, own, Sm2Scalar.Bytes(t));
    }

    /// <summary>Only the call that makes it regular computes the table; others meanwhile go on without.</summary>
    private PointMultiples? Learn()
    {
        if (Interlocked.Increment(ref seen) != Regular)
            return null;
        var made = PointMultiples.Of(key.Q, Width, 1 << (Width - 1));
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
