using System.Numerics;

namespace CrossBorder.Verification.Crypto.Sm2.Fast;

/// <summary>Between numbers as they are written and elements in Montgomery's form, and what needs powers: inverses.</summary>
internal static class FieldConversion
{
    /// <summary>2^520 modulo p: a product with it and the reduction by 2^260 leave the factor 2^260 that the form has.</summary>
    private static readonly FieldElement Entry = Constant(BigInteger.One << 520);

    private static readonly FieldElement Exit = new() { L0 = 1 };

    private static readonly Number256 PMinusTwo = Number256.P.Minus(new Number256(2, 0, 0, 0), out _);

    public static readonly FieldElement One = Constant(BigInteger.One << 260);

    /// <summary>The number must be below p.</summary>
    public static void Enter(in Number256 number, out FieldElement element)
    {
        var limbs = Limbs(in number);
        FieldMultiplication.Multiply(in limbs, in Entry, out element);
    }

    /// <summary>The one spelling below p.</summary>
    public static Number256 Leave(in FieldElement element)
    {
        FieldMultiplication.Multiply(in element, in Exit, out var plain);
        // After a product with 1 the number is at most p.
        ulong l0 = (ulong)plain.L0, l1 = (ulong)plain.L1, l2 = (ulong)plain.L2, l3 = (ulong)plain.L3, l4 = (ulong)plain.L4;
        var number = new Number256(l0 | (l1 << 52), (l1 >> 12) | (l2 << 40), (l2 >> 24) | (l3 << 28), (l3 >> 36) | (l4 << 16));
        return number.IsBelow(in Number256.P) ? number : number.Minus(in Number256.P, out _);
    }

    /// <summary>By Fermat: a^(p-2), and zero for zero.</summary>
    public static void Invert(in FieldElement element, out FieldElement inverse)
    {
        var power = One;
        for (var bit = 255; bit >= 0; bit--)
        {
            FieldMultiplication.Square(in power, out power);
            if (PMinusTwo.Bits(bit, 1) == 1)
                FieldMultiplication.Multiply(in power, in element, out power);
        }

        inverse = power;
    }

    private static FieldElement Limbs(in Number256 n) => new()
    {
        L0 = (long)n.W0 & FieldElement.Mask,
        L1 = (long)((n.W0 >> 52) | (n.W1 << 12)) & FieldElement.Mask,
        L2 = (long)((n.W1 >> 40) | (n.W2 << 24)) & FieldElement.Mask,
        L3 = (long)((n.W2 >> 28) | (n.W3 << 36)) & FieldElement.Mask,
        L4 = (long)(n.W3 >> 16),
    };

    private static FieldElement Constant(BigInteger number)
    {
        Span<byte> bytes = stackalloc byte[Number256.Length];
        Number256.P.Write(bytes);
        var rest = (number % new BigInteger(bytes, isUnsigned: true, isBigEndian: true)).ToByteArray(isUnsigned: true, isBigEndian: true);
        bytes.Clear();
        rest.CopyTo(bytes[(Number256.Length - rest.Length)..]);
        return Limbs(Number256.Read(bytes));
    }
}
