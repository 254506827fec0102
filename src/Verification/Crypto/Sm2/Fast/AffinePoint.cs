namespace CrossBorder.Verification.Crypto.Sm2.Fast;

/// <summary>A point of the curve y² = x³ - 3x + b by its coordinates; never the point at infinity.</summary>
internal struct AffinePoint
{
    private static readonly FieldElement B = Constant("28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93");

    public FieldElement X;
    public FieldElement Y;

    /// <summary>The generator of GB/T 32918.5.</summary>
    public static AffinePoint Generator { get; } = new()
    {
        X = Constant("32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7"),
        Y = Constant("BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0"),
    };

    /// <summary>From coordinates of 32 bytes; false where one is not below p, or they are no point of the curve.</summary>
    public static bool TryRead(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y, out AffinePoint point)
    {
        point = default;
        if (x.Length != Number256.Length || y.Length != Number256.Length)
            return false;
        var (first, second) = (Number256.Read(x), Number256.Read(y));
        if (!first.IsBelow(in Number256.P) || !second.IsBelow(in Number256.P))
            return false;
        FieldConversion.Enter(in first, out point.X);
        FieldConversion.Enter(in second, out point.Y);
        return IsOnCurve(in point);
    }

    public static void Negate(in AffinePoint point, out AffinePoint opposite)
    {
        opposite.X = point.X;
        FieldElement.Negate(in point.Y, out opposite.Y);
    }

    private static bool IsOnCurve(in AffinePoint point)
    {
        FieldMultiplication.Square(in point.Y, out var left);
        FieldMultiplication.Square(in point.X, out var right);
        FieldElement.SubtractTimes(in right, in FieldConversion.One, 3, out right);
        FieldMultiplication.Multiply(in right, in point.X, out right);
        FieldElement.Add(in right, in B, out right);
        return FieldElement.AreEqual(in left, in right);
    }

    private static FieldElement Constant(string hex)
    {
        FieldConversion.Enter(Number256.Read(Convert.FromHexString(hex)), out var element);
        return element;
    }
}
