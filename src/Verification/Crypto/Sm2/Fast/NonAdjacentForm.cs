namespace CrossBorder.Verification.Crypto.Sm2.Fast;

/// <summary>k·P for a point that is not known beforehand: 256 doublings, and an addition at about every sixth bit.</summary>
internal static class NonAdjacentForm
{
    private const int Width = 5;

    /// <summary>P, 3P, 5P and so on to 15P.</summary>
    private const int OddMultiples = 1 << (Width - 2);

    /// <summary>Digits of a number below 2^256, which may carry into one more.</summary>
    private const int Digits = 257;

    public static void Multiply(in AffinePoint point, in Number256 k, out JacobianPoint product)
    {
        Span<sbyte> digits = stackalloc sbyte[Digits];
        Recode(in k, digits);
        Span<KeptPoint> odd = stackalloc KeptPoint[OddMultiples];
        Fill(in point, odd);
        product = JacobianPoint.Infinity;
        var index = Digits - 1;
        while (index >= 0 && digits[index] == 0)
            index--;
        for (; index >= 0; index--)
        {
            JacobianPoint.Double(ref product);
            int digit = digits[index];
            if (digit > 0)
            {
                JacobianPoint.Add(ref product, in odd[digit >> 1]);
            }
            else if (digit < 0)
            {
                KeptPoint.Negate(in odd[-digit >> 1], out var opposite);
                JacobianPoint.Add(ref product, in opposite);
            }
        }
    }

    /// <summary>Digits are zero or odd and between -15 and 15, and of five in a row at most one is not zero.</summary>
    private static void Recode(in Number256 k, Span<sbyte> digits)
    {
        digits.Clear();
        var carry = 0;
        for (var bit = 0; bit < Digits;)
        {
            if (k.Bits(bit, 1) == carry)
            {
                bit++;
                continue;
            }

            var digit = k.Bits(bit, Width) + carry;
            carry = digit > 1 << (Width - 1) ? 1 : 0;
            digits[bit] = (sbyte)(digit - (carry << Width));
            bit += Width;
        }
    }

    private static void Fill(in AffinePoint point, Span<KeptPoint> odd)
    {
        var twice = JacobianPoint.Of(in point);
        KeptPoint.Of(in twice, out odd[0]);
        JacobianPoint.Double(ref twice);
        KeptPoint.Of(in twice, out var step);
        for (var index = 1; index < odd.Length; index++)
        {
            var next = odd[index - 1].Point;
            JacobianPoint.Add(ref next, in step);
            KeptPoint.Of(in next, out odd[index]);
        }
    }
}
