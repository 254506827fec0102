using System.Buffers.Binary;

namespace CrossBorder.Verification.Crypto.Sm2.Fast;

/// <summary>A number below 2^256 in four words, lowest first, with the little arithmetic modulo n that a verification needs: no products.</summary>
internal readonly record struct Number256(ulong W0, ulong W1, ulong W2, ulong W3)
{
    public const int Length = 32;

    /// <summary>The order of the curve.</summary>
    public static readonly Number256 N = new(0x53BBF40939D54123, 0x7203DF6B21C6052B, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFEFFFFFFFF);

    /// <summary>The prime of its field.</summary>
    public static readonly Number256 P = new(0xFFFFFFFFFFFFFFFF, 0xFFFFFFFF00000000, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFEFFFFFFFF);

    public bool IsZero => (W0 | W1 | W2 | W3) == 0;

    /// <summary>From 32 bytes, the highest first.</summary>
    public static Number256 Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]), BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), BinaryPrimitives.ReadUInt64BigEndian(bytes));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], W0);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], W1);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], W2);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, W3);
    }

    public bool IsBelow(in Number256 other)
    {
        Minus(in other, out var borrow);
        return borrow;
    }

    /// <summary>This plus another modulo 2^256; whether it went over.</summary>
    public Number256 Plus(in Number256 other, out bool carry)
    {
        var w0 = (UInt128)W0 + other.W0;
        var w1 = (UInt128)W1 + other.W1 + (w0 >> 64);
        var w2 = (UInt128)W2 + other.W2 + (w1 >> 64);
        var w3 = (UInt128)W3 + other.W3 + (w2 >> 64);
        carry = w3 >> 64 != 0;
        return new((ulong)w0, (ulong)w1, (ulong)w2, (ulong)w3);
    }

    /// <summary>This minus another modulo 2^256; whether it went under.</summary>
    public Number256 Minus(in Number256 other, out bool borrow)
    {
        var w0 = (UInt128)W0 - other.W0;
        var w1 = (UInt128)W1 - other.W1 - ((w0 >> 64) & 1);
        var w2 = (UInt128)W2 - other.W2 - ((w1 >> 64) & 1);
        var w3 = (UInt128)W3 - other.W3 - ((w2 >> 64) & 1);
        borrow = w3 >> 64 != 0;
        return new((ulong)w0, (ulong)w1, (ulong)w2, (ulong)w3);
    }

    /// <summary>Any number below 2^256 is below 2n: one subtraction does.</summary>
    public Number256 ModN()
    {
        var less = Minus(in N, out var borrow);
        return borrow ? this : less;
    }

    /// <summary>The sum modulo n of two numbers below n.</summary>
    public static Number256 AddModN(in Number256 a, in Number256 b)
    {
        var sum = a.Plus(in b, out var carry);
        var less = sum.Minus(in N, out var borrow);
        return carry || !borrow ? less : sum;
    }

    /// <summary>The difference modulo n of two numbers below n.</summary>
    public static Number256 SubtractModN(in Number256 a, in Number256 b)
    {
        var difference = a.Minus(in b, out var borrow);
        return borrow ? difference.Plus(in N, out _) : difference;
    }

    /// <summary>So many bits, at most 16, from a bit on; above bit 255 are zeros.</summary>
    public int Bits(int from, int width)
    {
        var word = from >> 6;
        var offset = from & 63;
        var bits = Word(word) >> offset;
        if (offset + width > 64)
            bits |= Word(word + 1) << (64 - offset);
        return (int)(bits & ((1UL << width) - 1));
    }

    private ulong Word(int index) => index switch { 0 => W0, 1 => W1, 2 => W2, 3 => W3, _ => 0 };
}
