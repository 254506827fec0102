namespace CrossBorder.Verification.Crypto.Sm2.Fast;

/// <summary>
/// Multiples of one point, laid out by windows of a scalar: entry j of row i is (j+1)·2^(width·i)·P. A multiplication is then one
/// addition a window and no doubling. Immutable, so for any number of threads.
/// </summary>
internal sealed class CombTable
{
    private readonly AffinePoint[] multiples;
    private readonly int width;
    private readonly int rows;

    /// <param name="point">P.</param>
    /// <param name="width">Bits of a window; a row has half as many entries as a window has values, as digits have a sign.</param>
    public CombTable(in AffinePoint point, int width)
    {
        this.width = width;
        // One bit more than a scalar has: a digit with a sign may carry out of the last window.
        rows = (256 + width) / width;
        var entries = 1 << (width - 1);
        var made = new JacobianPoint[rows * entries];
        var first = JacobianPoint.Of(in point);
        for (var row = 0; row < rows; row++)
        {
            KeptPoint.Of(in first, out var kept);
            var sum = made[row * entries] = first;
            for (var entry = 1; entry < entries; entry++)
            {
                JacobianPoint.Add(ref sum, in kept);
                made[(row * entries) + entry] = sum;
            }

            for (var bit = 0; bit < width; bit++)
                JacobianPoint.Double(ref first);
        }

        multiples = AffineConversion.Of(made);
    }

    /// <summary>Adds k·P to a sum. A digit of more than half a window is taken as negative, with a carry.</summary>
    public void AddMultiple(ref JacobianPoint sum, in Number256 k)
    {
        var half = 1 << (width - 1);
        var carry = 0;
        for (var row = 0; row < rows; row++)
        {
            var digit = k.Bits(row * width, width) + carry;
            carry = digit > half ? 1 : 0;
            digit -= carry << width;
            if (digit > 0)
            {
                JacobianPoint.Add(ref sum, in multiples[(row * half) + digit - 1]);
            }
            else if (digit < 0)
            {
                AffinePoint.Negate(in multiples[(row * half) - digit - 1], out var opposite);
                JacobianPoint.Add(ref sum, in opposite);
            }
        }
    }
}
