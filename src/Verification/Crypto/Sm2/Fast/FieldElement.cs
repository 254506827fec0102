using System.Runtime.CompilerServices;

namespace CrossBorder.Verification.Crypto.Sm2.Fast;

/// <summary>
/// A number modulo p = 2^256 - 2^224 - 2^96 + 2^64 - 1, in five limbs of 52 bits, lowest first, in Montgomery's form: what is
/// written is the number times 2^260. For what anybody may know only: time depends on the numbers.
/// </summary>
/// <remarks>
/// Held between any two operations: every limb is below 2^52 and the whole below 9/8·p. A number has therefore up to two
/// spellings, v and v + p, and zero is 0 or p. Signed limbs occur only inside an operation.
/// </remarks>
internal struct FieldElement
{
    public const int LimbBits = 52;
    public const long Mask = (1L << LimbBits) - 1;

    // p, which has a 48-bit top limb.
    public const long P0 = Mask;
    public const long P1 = 0xFF00000000FFF;
    public const long P2 = Mask;
    public const long P3 = Mask;
    public const long P4 = 0xFFFFFFFEFFFF;

    public long L0;
    public long L1;
    public long L2;
    public long L3;
    public long L4;

    public readonly bool IsZero =>
        (L0 | L1 | L2 | L3 | L4) == 0 || ((L0 ^ P0) | (L1 ^ P1) | (L2 ^ P2) | (L3 ^ P3) | (L4 ^ P4)) == 0;

    public static void Add(in FieldElement a, in FieldElement b, out FieldElement sum) =>
        Settle(a.L0 + b.L0, a.L1 + b.L1, a.L2 + b.L2, a.L3 + b.L3, a.L4 + b.L4, out sum);

    /// <summary>a - b, with 2p added so that it stays positive.</summary>
    public static void Subtract(in FieldElement a, in FieldElement b, out FieldElement difference) =>
        Settle(a.L0 - b.L0 + (2 * P0), a.L1 - b.L1 + (2 * P1), a.L2 - b.L2 + (2 * P2), a.L3 - b.L3 + (2 * P3), a.L4 - b.L4 + (2 * P4), out difference);

    /// <summary>a - factor·b for a factor of at most 7.</summary>
    public static void SubtractTimes(in FieldElement a, in FieldElement b, int factor, out FieldElement difference)
    {
        long more = factor + 1;
        Settle(a.L0 - (factor * b.L0) + (more * P0), a.L1 - (factor * b.L1) + (more * P1), a.L2 - (factor * b.L2) + (more * P2),
            a.L3 - (factor * b.L3) + (more * P3), a.L4 - (factor * b.L4) + (more * P4), out difference);
    }

    /// <summary>factor·a for a factor of at most 8.</summary>
    public static void Times(in FieldElement a, int factor, out FieldElement product) =>
        Settle(a.L0 * factor, a.L1 * factor, a.L2 * factor, a.L3 * factor, a.L4 * factor, out product);

    public static void Negate(in FieldElement a, out FieldElement negative)
    {
        FieldElement zero = default;
        Subtract(in zero, in a, out negative);
    }

    public static bool AreEqual(in FieldElement a, in FieldElement b)
    {
        Subtract(in a, in b, out var difference);
        return difference.IsZero;
    }

    /// <summary>
    /// Makes limbs of any sign a proper element, for a whole between 0 and 15p. What lies above 2^256 is q·2^256, and that is
    /// q·(2^224 + 2^96 - 2^64 + 1) modulo p; then carries go up once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Settle(long l0, long l1, long l2, long l3, long l4, out FieldElement result)
    {
        var q = l4 >> 48;
        l0 += q;
        l1 += (q << 44) - (q << 12);
        l4 = (l4 & 0xFFFFFFFFFFFF) + (q << 16);
        l1 += l0 >> LimbBits;
        l2 += l1 >> LimbBits;
        l3 += l2 >> LimbBits;
        l4 += l3 >> LimbBits;
        result.L0 = l0 & Mask;
        result.L1 = l1 & Mask;
        result.L2 = l2 & Mask;
        result.L3 = l3 & Mask;
        result.L4 = l4;
    }
}
