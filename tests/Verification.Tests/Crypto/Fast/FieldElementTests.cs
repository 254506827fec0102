using System.Numerics;
using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Sm2.Fast;
using static CrossBorder.Verification.Tests.Crypto.Fast.Fuzz;

namespace CrossBorder.Verification.Tests.Crypto.Fast;

/// <summary>Every operation modulo p against plain integers, on limbs that are all ones, all zeros, at p and above it.</summary>
public sealed class FieldElementTests
{
    private static readonly BigInteger Inverse = BigInteger.ModPow(BigInteger.One << 260, P - 2, P);
    private static readonly long[] Limbs = [0, 1, 2, FieldElement.Mask, FieldElement.Mask - 1, FieldElement.P1, 1L << 44, (1L << 44) - 1, 1L << 12, 1L << 51];
    private static readonly long[] TopLimbs = [0, 1, FieldElement.P4, FieldElement.P4 - 1, FieldElement.P4 + 1, (1L << 48) - 1, 1L << 48, (1L << 48) + (1L << 44)];

    [Fact]
    public void Operations_agree_with_plain_integers()
    {
        for (var turn = 0; turn < Times(5_000, 1_000_000); turn++)
        {
            var (a, b) = (Element(), Element());
            var (x, y) = (Value(a), Value(b));

            FieldMultiplication.Multiply(in a, in b, out var result);
            Holds(x * y * Inverse, result);
            FieldMultiplication.Square(in a, out result);
            Holds(x * x * Inverse, result);
            FieldElement.Add(in a, in b, out result);
            Holds(x + y, result);
            FieldElement.Subtract(in a, in b, out result);
            Holds(x - y, result);
            FieldElement.Negate(in a, out result);
            Holds(-x, result);
            var factor = RandomNumberGenerator.GetInt32(1, 8);
            FieldElement.SubtractTimes(in a, in b, factor, out result);
            Holds(x - (factor * y), result);
            FieldElement.Times(in a, factor, out result);
            Holds(factor * x, result);
            Assert.Equal((x - y) % P == 0, FieldElement.AreEqual(in a, in b));
            Assert.Equal(x % P == 0, a.IsZero);
        }
    }

    [Fact]
    public void A_result_may_take_the_place_of_a_factor()
    {
        for (var turn = 0; turn < 500; turn++)
        {
            var (a, b) = (Element(), Element());
            FieldMultiplication.Multiply(in a, in b, out var product);
            var same = a;
            FieldMultiplication.Multiply(in same, in b, out same);
            Assert.Equal(Value(product), Value(same));
            same = b;
            FieldMultiplication.Multiply(in a, in same, out same);
            Assert.Equal(Value(product), Value(same));
        }
    }

    [Fact]
    public void A_number_comes_back_as_it_went_in()
    {
        for (var turn = 0; turn < Times(2_000, 200_000); turn++)
        {
            var number = Number() % P;
            FieldConversion.Enter(Words(number), out var element);
            Assert.Equal(number, Big(FieldConversion.Leave(in element)));
        }
    }

    [Fact]
    public void Every_spelling_leaves_as_the_one_below_p()
    {
        for (var turn = 0; turn < 2_000; turn++)
        {
            var element = Element();
            Assert.Equal(Value(element) * Inverse % P, Big(FieldConversion.Leave(in element)));
        }
    }

    [Fact]
    public void An_inverse_times_its_element_is_one()
    {
        for (var turn = 0; turn < Times(50, 2_000); turn++)
        {
            var element = Element();
            if (element.IsZero)
                continue;
            FieldConversion.Invert(in element, out var inverse);
            FieldMultiplication.Multiply(in element, in inverse, out var product);
            Assert.Equal(new Number256(1, 0, 0, 0), FieldConversion.Leave(in product));
        }
    }

    private static FieldElement Element()
    {
        while (true)
        {
            var element = new FieldElement { L0 = Limb(), L1 = Limb(), L2 = Limb(), L3 = Limb(), L4 = TopLimb() };
            if (Value(element) < P * 9 / 8)
                return RandomNumberGenerator.GetInt32(40) == 0 ? AtTheOrder() : element;
        }
    }

    private static FieldElement AtTheOrder() => RandomNumberGenerator.GetInt32(2) == 0 ? default : new()
    {
        L0 = FieldElement.P0, L1 = FieldElement.P1, L2 = FieldElement.P2, L3 = FieldElement.P3, L4 = FieldElement.P4,
    };

    private static long Limb() => RandomNumberGenerator.GetInt32(2) == 0
        ? Limbs[RandomNumberGenerator.GetInt32(Limbs.Length)]
        : BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & FieldElement.Mask;

    private static long TopLimb() => RandomNumberGenerator.GetInt32(2) == 0
        ? TopLimbs[RandomNumberGenerator.GetInt32(TopLimbs.Length)]
        : BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & ((1L << 48) - 1);

    private static BigInteger Value(FieldElement element) =>
        element.L0 + ((BigInteger)element.L1 << 52) + ((BigInteger)element.L2 << 104) + ((BigInteger)element.L3 << 156) + ((BigInteger)element.L4 << 208);

    private static void Holds(BigInteger expected, FieldElement result)
    {
        foreach (var limb in new[] { result.L0, result.L1, result.L2, result.L3, result.L4 })
            Assert.InRange(limb, 0, FieldElement.Mask);
        var value = Value(result);
        Assert.True(value < P * 9 / 8, "The result is larger than an element may be.");
        Assert.True((value - expected) % P == 0, "The result is another number.");
    }
}
