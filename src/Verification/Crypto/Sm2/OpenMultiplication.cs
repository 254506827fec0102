using Org.BouncyCastle.Math.EC;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>k·P for a k that is no secret, as in verifying, from multiples of P: time and memory accesses depend on k.</summary>
internal static class OpenMultiplication
{
    /// <summary>
    /// Adds k·P to a sum; k is 32 bytes, the highest first. The multiples are half a window: a digit above that is taken as
    /// negative, with a carry.
    /// </summary>
    public static ECPoint Add(ECPoint sum, PointMultiples multiples, ReadOnlySpan<byte> scalar)
    {
        var width = multiples.Width;
        var carry = 0;
        for (var row = 0; row < multiples.Rows; row++)
        {
            var digit = ScalarDigits.At(scalar, row * width, width) + carry;
            carry = digit > 1 << (width - 1) ? 1 : 0;
            digit -= carry << width;
            if (digit > 0)
                sum = sum.Add(multiples.Openly(row, digit - 1));
            else if (digit < 0)
                sum = sum.Subtract(multiples.Openly(row, -digit - 1));
        }

        return sum;
    }
}
