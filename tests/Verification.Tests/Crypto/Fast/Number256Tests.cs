using CrossBorder.Verification.Crypto.Sm2.Fast;
using static CrossBorder.Verification.Tests.Crypto.Fast.Fuzz;

namespace CrossBorder.Verification.Tests.Crypto.Fast;

/// <summary>Arithmetic modulo n against plain integers.</summary>
public sealed class Number256Tests
{
    [Fact]
    public void Operations_agree_with_plain_integers()
    {
        for (var turn = 0; turn < Times(5_000, 1_000_000); turn++)
        {
            var (x, y) = (Number(), Number());
            var (a, b) = (Words(x), Words(y));
            Assert.Equal((x + y) % Top, Big(a.Plus(in b, out var carry)));
            Assert.Equal(x + y >= Top, carry);
            Assert.Equal((x - y + Top) % Top, Big(a.Minus(in b, out var borrow)));
            Assert.Equal(x < y, borrow);
            Assert.Equal(x < y, a.IsBelow(in b));
            Assert.Equal(x % N, Big(a.ModN()));
            (a, b) = (a.ModN(), b.ModN());
            Assert.Equal((x + y) % N, Big(Number256.AddModN(in a, in b)));
            Assert.Equal(((x % N) - (y % N) + N) % N, Big(Number256.SubtractModN(in a, in b)));
        }
    }

    [Fact]
    public void Windows_are_the_bits_of_the_number_and_zeros_above()
    {
        for (var turn = 0; turn < 500; turn++)
        {
            var number = Number();
            var words = Words(number);
            for (var from = 0; from < 264; from++)
                Assert.Equal((int)((number >> from) & 0xFF), words.Bits(from, 8));
        }
    }

    [Fact]
    public void Bytes_come_back_as_they_went_in()
    {
        var bytes = new byte[32];
        foreach (var number in Edges)
        {
            Words(number).Write(bytes);
            Assert.Equal(Bytes(number), bytes);
        }
    }
}
