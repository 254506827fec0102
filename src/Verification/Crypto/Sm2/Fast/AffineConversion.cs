namespace CrossBorder.Verification.Crypto.Sm2.Fast;

/// <summary>Many points brought to affine form for one inversion: the product of all denominators is inverted, and taken apart again.</summary>
internal static class AffineConversion
{
    /// <summary>None of the points may be infinity.</summary>
    public static AffinePoint[] Of(ReadOnlySpan<JacobianPoint> points)
    {
        var products = new FieldElement[points.Length];
        var product = FieldConversion.One;
        for (var index = 0; index < points.Length; index++)
        {
            products[index] = product;
            FieldMultiplication.Multiply(in product, in points[index].Z, out product);
        }

        FieldConversion.Invert(in product, out var rest);
        var result = new AffinePoint[points.Length];
        for (var index = points.Length - 1; index >= 0; index--)
        {
            FieldMultiplication.Multiply(in rest, in products[index], out var inverse);
            FieldMultiplication.Multiply(in rest, in points[index].Z, out rest);
            FieldMultiplication.Square(in inverse, out var square);
            FieldMultiplication.Multiply(in points[index].X, in square, out result[index].X);
            FieldMultiplication.Multiply(in square, in inverse, out square);
            FieldMultiplication.Multiply(in points[index].Y, in square, out result[index].Y);
        }

        return result;
    }
}
