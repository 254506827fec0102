using static CrossBorder.Verification.Crypto.Sm2.Fast.FieldElement;
using static CrossBorder.Verification.Crypto.Sm2.Fast.FieldMultiplication;

namespace CrossBorder.Verification.Crypto.Sm2.Fast;

/// <summary>A point in Jacobian coordinates: x = X/Z², y = Y/Z³, and the point at infinity where Z is zero.</summary>
internal struct JacobianPoint
{
    public FieldElement X;
    public FieldElement Y;
    public FieldElement Z;

    public static JacobianPoint Infinity { get; } = new() { X = FieldConversion.One, Y = FieldConversion.One };

    public readonly bool IsInfinity => Z.IsZero;

    public static JacobianPoint Of(in AffinePoint point) => new() { X = point.X, Y = point.Y, Z = FieldConversion.One };

    /// <summary>P becomes 2P. Three products and five squares, for a curve with a = -3; infinity stays infinity, and no point of odd order has y = 0.</summary>
    public static void Double(ref JacobianPoint p)
    {
        Square(in p.Z, out var delta);
        Square(in p.Y, out var gamma);
        Multiply(in p.X, in gamma, out var beta);
        FieldElement.Subtract(in p.X, in delta, out var less);
        FieldElement.Add(in p.X, in delta, out var more);
        Multiply(in less, in more, out var alpha);
        Times(in alpha, 3, out alpha);
        Times(in beta, 4, out beta);

        FieldElement.Add(in p.Y, in p.Z, out var z);
        Square(in z, out z);
        FieldElement.Subtract(in z, in gamma, out z);
        FieldElement.Subtract(in z, in delta, out p.Z);

        Square(in alpha, out var x);
        SubtractTimes(in x, in beta, 2, out p.X);

        FieldElement.Subtract(in beta, in p.X, out var y);
        Multiply(in alpha, in y, out y);
        Times(in gamma, 2, out gamma);
        Square(in gamma, out gamma);
        SubtractTimes(in y, in gamma, 2, out p.Y);
    }

    /// <summary>P becomes P + Q. Eight products and three squares.</summary>
    public static void Add(ref JacobianPoint p, in AffinePoint q)
    {
        if (p.IsInfinity)
        {
            p = Of(in q);
            return;
        }

        Square(in p.Z, out var zz);
        Multiply(in q.X, in zz, out var u);
        Multiply(in zz, in p.Z, out zz);
        Multiply(in q.Y, in zz, out var s);
        Join(ref p, in p.X, in p.Y, in u, in s, in p.Z);
    }

    /// <summary>P becomes P + Q, for a Q that is not infinity and whose Z² and Z³ are kept. Eleven products and three squares.</summary>
    public static void Add(ref JacobianPoint p, in KeptPoint q)
    {
        if (p.IsInfinity)
        {
            p = q.Point;
            return;
        }

        Square(in p.Z, out var zz);
        Multiply(in q.Point.X, in zz, out var u);
        Multiply(in zz, in p.Z, out zz);
        Multiply(in q.Point.Y, in zz, out var s);
        Multiply(in p.X, in q.ZSquare, out var x);
        Multiply(in p.Y, in q.ZCube, out var y);
        Multiply(in p.Z, in q.Point.Z, out var z);
        Join(ref p, in x, in y, in u, in s, in z);
    }

    /// <summary>The sum of two points brought to one denominator: (x1, y1) of P and (x2, y2) of Q over z = Z1·Z2.</summary>
    private static void Join(ref JacobianPoint p, in FieldElement x1, in FieldElement y1, in FieldElement x2, in FieldElement y2, in FieldElement z)
    {
        FieldElement.Subtract(in x2, in x1, out var h);
        FieldElement.Subtract(in y2, in y1, out var r);
        if (h.IsZero)
        {
            if (r.IsZero)
                Double(ref p);
            else
                p = Infinity;
            return;
        }

        Square(in h, out var hh);
        Multiply(in hh, in h, out var hhh);
        Multiply(in x1, in hh, out var v);
        Multiply(in y1, in hhh, out var last);
        Multiply(in z, in h, out p.Z);

        Square(in r, out var x);
        FieldElement.Subtract(in x, in hhh, out x);
        SubtractTimes(in x, in v, 2, out p.X);

        FieldElement.Subtract(in v, in p.X, out var y);
        Multiply(in r, in y, out y);
        FieldElement.Subtract(in y, in last, out p.Y);
    }
}
