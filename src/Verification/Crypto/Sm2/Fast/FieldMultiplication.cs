using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace CrossBorder.Verification.Crypto.Sm2.Fast;

/// <summary>
/// Products modulo p. One factor is shifted left by 12, so that a product of two limbs falls apart at bit 52: its high word is
/// a limb, its low word another above twelve zeros. Columns of such limbs add up without carries.
/// </summary>
internal static class FieldMultiplication
{
    private const int Shift = 64 - FieldElement.LimbBits;

    /// <summary>a·b/2^260.</summary>
    public static void Multiply(in FieldElement a, in FieldElement b, out FieldElement product)
    {
        ulong a0 = (ulong)a.L0 << Shift, a1 = (ulong)a.L1 << Shift, a2 = (ulong)a.L2 << Shift, a3 = (ulong)a.L3 << Shift, a4 = (ulong)a.L4 << Shift;
        ulong b0 = (ulong)b.L0, b1 = (ulong)b.L1, b2 = (ulong)b.L2, b3 = (ulong)b.L3, b4 = (ulong)b.L4;
        long t0 = 0, t1 = 0, t2 = 0, t3 = 0, t4 = 0, t5 = 0, t6 = 0, t7 = 0, t8 = 0, t9 = 0;
        Accumulate(a0, b0, ref t0, ref t1);
        Accumulate(a0, b1, ref t1, ref t2);
        Accumulate(a1, b0, ref t1, ref t2);
        Accumulate(a0, b2, ref t2, ref t3);
        Accumulate(a1, b1, ref t2, ref t3);
        Accumulate(a2, b0, ref t2, ref t3);
        Accumulate(a0, b3, ref t3, ref t4);
        Accumulate(a1, b2, ref t3, ref t4);
        Accumulate(a2, b1, ref t3, ref t4);
        Accumulate(a3, b0, ref t3, ref t4);
        Accumulate(a0, b4, ref t4, ref t5);
        Accumulate(a1, b3, ref t4, ref t5);
        Accumulate(a2, b2, ref t4, ref t5);
        Accumulate(a3, b1, ref t4, ref t5);
        Accumulate(a4, b0, ref t4, ref t5);
        Accumulate(a1, b4, ref t5, ref t6);
        Accumulate(a2, b3, ref t5, ref t6);
        Accumulate(a3, b2, ref t5, ref t6);
        Accumulate(a4, b1, ref t5, ref t6);
        Accumulate(a2, b4, ref t6, ref t7);
        Accumulate(a3, b3, ref t6, ref t7);
        Accumulate(a4, b2, ref t6, ref t7);
        Accumulate(a3, b4, ref t7, ref t8);
        Accumulate(a4, b3, ref t7, ref t8);
        Accumulate(a4, b4, ref t8, ref t9);
        Reduce(t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, out product);
    }

    /// <summary>a²/2^260: products of two different limbs count twice.</summary>
    public static void Square(in FieldElement a, out FieldElement product)
    {
        ulong a0 = (ulong)a.L0, a1 = (ulong)a.L1, a2 = (ulong)a.L2, a3 = (ulong)a.L3, a4 = (ulong)a.L4;
        ulong s0 = a0 << Shift, s1 = a1 << Shift, s2 = a2 << Shift, s3 = a3 << Shift, s4 = a4 << Shift;
        ulong d1 = a1 << 1, d2 = a2 << 1, d3 = a3 << 1, d4 = a4 << 1;
        long t0 = 0, t1 = 0, t2 = 0, t3 = 0, t4 = 0, t5 = 0, t6 = 0, t7 = 0, t8 = 0, t9 = 0;
        Accumulate(s0, a0, ref t0, ref t1);
        Accumulate(s0, d1, ref t1, ref t2);
        Accumulate(s0, d2, ref t2, ref t3);
        Accumulate(s1, a1, ref t2, ref t3);
        Accumulate(s0, d3, ref t3, ref t4);
        Accumulate(s1, d2, ref t3, ref t4);
        Accumulate(s0, d4, ref t4, ref t5);
        Accumulate(s1, d3, ref t4, ref t5);
        Accumulate(s2, a2, ref t4, ref t5);
        Accumulate(s1, d4, ref t5, ref t6);
        Accumulate(s2, d3, ref t5, ref t6);
        Accumulate(s2, d4, ref t6, ref t7);
        Accumulate(s3, a3, ref t6, ref t7);
        Accumulate(s3, d4, ref t7, ref t8);
        Accumulate(s4, a4, ref t8, ref t9);
        Reduce(t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, out product);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(ulong shifted, ulong plain, ref long column, ref long next)
    {
        next += (long)High(shifted, plain);
        column += (long)((shifted * plain) >> Shift);
    }

    /// <summary>The high word alone, and the low one by a product of its own: handed out together, the low one goes through memory, which costs twice as much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong High(ulong a, ulong b) => Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags(a, b) : Math.BigMul(a, b, out _);

    /// <summary>
    /// Montgomery's reduction, a limb at a time. As p is -1 modulo 2^52, the multiple of p that clears a limb m is m itself, and
    /// m·p/2^52 = m·(2^204 - 2^172 - 2^44 + 2^12) + m/2^52: shifts alone.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Reduce(
        long t0, long t1, long t2, long t3, long t4, long t5, long t6, long t7, long t8, long t9, out FieldElement result)
    {
        Clear(t0, ref t1, ref t2, ref t4, ref t5);
        Clear(t1, ref t2, ref t3, ref t5, ref t6);
        Clear(t2, ref t3, ref t4, ref t6, ref t7);
        Clear(t3, ref t4, ref t5, ref t7, ref t8);
        Clear(t4, ref t5, ref t6, ref t8, ref t9);
        t6 += t5 >> FieldElement.LimbBits;
        t7 += t6 >> FieldElement.LimbBits;
        t8 += t7 >> FieldElement.LimbBits;
        t9 += t8 >> FieldElement.LimbBits;
        result.L0 = t5 & FieldElement.Mask;
        result.L1 = t6 & FieldElement.Mask;
        result.L2 = t7 & FieldElement.Mask;
        result.L3 = t8 & FieldElement.Mask;
        result.L4 = t9;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear(long limb, ref long one, ref long two, ref long four, ref long five)
    {
        var m = limb & FieldElement.Mask;
        one += (limb >> FieldElement.LimbBits) + ((m << 12) & FieldElement.Mask) - ((m << 44) & FieldElement.Mask);
        two += (m >> 40) - (m >> 8);
        four += ((m << 48) & FieldElement.Mask) - ((m << 16) & FieldElement.Mask);
        five += (m >> 4) - (m >> 36);
    }
}
