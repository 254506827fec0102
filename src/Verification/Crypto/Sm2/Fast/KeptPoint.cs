namespace CrossBorder.Verification.Crypto.Sm2.Fast;

/// <summary>A point that is added several times, with the powers of its Z that each addition needs.</summary>
internal struct KeptPoint
{
    public JacobianPoint Point;
    public FieldElement ZSquare;
    public FieldElement ZCube;

    public static void Of(in JacobianPoint point, out KeptPoint kept)
    {
        kept.Point = point;
        FieldMultiplication.Square(in point.Z, out kept.ZSquare);
        FieldMultiplication.Multiply(in kept.ZSquare, in point.Z, out kept.ZCube);
    }

    public static void Negate(in KeptPoint point, out KeptPoint opposite)
    {
        opposite = point;
        FieldElement.Negate(in point.Point.Y, out opposite.Point.Y);
    }
}
