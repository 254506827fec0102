namespace CrossBorder.Verification.Crypto.Sm2.Fast;

/// <summary>
/// The equation by arithmetic of our own. A key that proves to be a regular one gets a table of its multiples (110 KB), after
/// which a verification needs no doublings.
/// </summary>
internal sealed class OwnEquation : ISm2Equation
{
    private const int Width = 6;
    private readonly AffinePoint key;
    private CombTable? multiples;
    private int seen;

    public OwnEquation(in AffinePoint key) => this.key = key;

    public bool Holds(ReadOnlySpan<byte> r, ReadOnlySpan<byte> s, ReadOnlySpan<byte> e)
    {
        var (first, second) = (Number256.Read(r), Number256.Read(s));
        if (!IsInRange(in first) || !IsInRange(in second))
            return false;
        var t = Number256.AddModN(in first, in second);
        if (t.IsZero)
            return false;

        Sum(in second, in t, out var sum);
        return !sum.IsInfinity && HasCoordinate(in sum, Number256.SubtractModN(in first, Number256.Read(e).ModN()));
    }

    private static bool IsInRange(in Number256 number) => !number.IsZero && number.IsBelow(in Number256.N);

    /// <summary>s·G + t·P.</summary>
    private void Sum(in Number256 s, in Number256 t, out JacobianPoint sum)
    {
        if ((Volatile.Read(ref multiples) ?? Learn()) is { } own)
        {
            sum = JacobianPoint.Infinity;
            own.AddMultiple(ref sum, in t);
        }
        else
        {
            NonAdjacentForm.Multiply(in key, in t, out sum);
        }

        GeneratorTable.Value.AddMultiple(ref sum, in s);
    }

    /// <summary>Only the call that makes it regular computes the table; others meanwhile go on without.</summary>
    private CombTable? Learn()
    {
        if (Interlocked.Increment(ref seen) != Sm2Verifier.Regular)
            return null;
        var made = new CombTable(in key, Width);
        Volatile.Write(ref multiples, made);
        return made;
    }

    /// <summary>
    /// Whether the point's x is that number modulo n. As x = X/Z², X is compared with x·Z², which needs no inversion. As n is a
    /// little below p, x may also be the number plus n.
    /// </summary>
    private static bool HasCoordinate(in JacobianPoint point, in Number256 x)
    {
        FieldMultiplication.Square(in point.Z, out var square);
        if (IsTimes(in point.X, in x, in square))
            return true;
        var above = x.Plus(in Number256.N, out var carry);
        return !carry && above.IsBelow(in Number256.P) && IsTimes(in point.X, in above, in square);
    }

    private static bool IsTimes(in FieldElement product, in Number256 number, in FieldElement factor)
    {
        FieldConversion.Enter(in number, out var element);
        FieldMultiplication.Multiply(in element, in factor, out element);
        return FieldElement.AreEqual(in element, in product);
    }
}
