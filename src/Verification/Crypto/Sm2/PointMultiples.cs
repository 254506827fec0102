using Org.BouncyCastle.Math.EC;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>
/// Multiples of one point, laid out by windows of a scalar: entry j of row i is (j+1)·2^(width·i)·P. With them a multiplication
/// is one addition a window and no doubling. The arithmetic is BouncyCastle's; immutable, so for any number of threads.
/// </summary>
internal sealed class PointMultiples
{
    private const int ScalarBits = 256;
    private readonly ECLookupTable[] rows;

    private PointMultiples(ECLookupTable[] rows, int width)
    {
        this.rows = rows;
        Width = width;
    }

    public int Width { get; }

    public int Rows => rows.Length;

    /// <summary>Windows of a scalar, with one bit more than it has: a digit with a sign may carry out of the last.</summary>
    public static int RowsFor(int width) => (ScalarBits + width) / width;

    /// <summary>With 2^width entries a row for digits without a sign, half as many for digits with one.</summary>
    public static PointMultiples Of(ECPoint point, int width, int entries)
    {
        var count = RowsFor(width);
        var multiples = new ECPoint[count * entries];
        var first = point;
        for (var row = 0; row < count; row++)
        {
            var sum = multiples[row * entries] = first;
            for (var entry = 1; entry < entries; entry++)
                multiples[(row * entries) + entry] = sum = sum.Add(first);
            first = first.TimesPow2(width);
        }

        // All at once, for one inversion instead of thousands: additions of a point in affine form are the cheap ones.
        point.Curve.NormalizeAll(multiples);
        return new([.. Enumerable.Range(0, count).Select(row => point.Curve.CreateCacheSafeLookupTable(multiples, row * entries, entries))], width);
    }

    /// <summary>(digit+1)·2^(width·row)·P, reading the whole row whatever the digit: for digits that are secret.</summary>
    public ECPoint Secretly(int row, int digit) => rows[row].Lookup(digit);

    /// <summary>The same by a plain look-up: for digits that anybody may know.</summary>
    public ECPoint Openly(int row, int digit) => rows[row].LookupVar(digit);
}
