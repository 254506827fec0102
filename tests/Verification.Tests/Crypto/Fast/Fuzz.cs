using System.Numerics;
using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Sm2.Fast;

namespace CrossBorder.Verification.Tests.Crypto.Fast;

/// <summary>How much is tried, and numbers that lie on edges more often than chance has it.</summary>
internal static class Fuzz
{
    /// <summary>CROSSBORDER_FULL_FUZZ=1 tries a million inputs where an ordinary run tries some thousands.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("CROSSBORDER_FULL_FUZZ") == "1";

    public static readonly BigInteger P = BigInteger.Parse("0FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF", System.Globalization.NumberStyles.HexNumber, null);

    public static readonly BigInteger N = BigInteger.Parse("0FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123", System.Globalization.NumberStyles.HexNumber, null);

    public static readonly BigInteger Top = BigInteger.One << 256;

    public static readonly IReadOnlyList<BigInteger> Edges =
    [
        0, 1, 2, 3, 15, 16, 17, 31, 32, 33, 127, 128, 129, 255, 256, N - 2, N - 1, N, N + 1, N >> 1, (N >> 1) + 1, P - 2, P - 1, P, P + 1, P - N, Top - 1, Top - P,
        BigInteger.One << 52, (BigInteger.One << 52) - 1, BigInteger.One << 64, (BigInteger.One << 64) - 1, BigInteger.One << 128,
        BigInteger.One << 208, (BigInteger.One << 208) - 1, BigInteger.One << 255, (BigInteger.One << 255) - 1, (BigInteger.One << 224) + (BigInteger.One << 96),
    ];

    public static int Times(int ordinary, int full) => IsFull ? full : ordinary;

    /// <summary>Below 2^256: an edge, an edge and a little, long runs of ones and zeros, or anything.</summary>
    public static BigInteger Number()
    {
        switch (RandomNumberGenerator.GetInt32(6))
        {
            case 0:
                return Edge();
            case 1:
                return (Edge() + RandomNumberGenerator.GetInt32(-40, 40) + Top) % Top;
            case 2:
                var runs = BigInteger.Zero;
                for (var bits = 0; bits < 256;)
                {
                    var length = RandomNumberGenerator.GetInt32(1, 70);
                    runs <<= length;
                    runs |= RandomNumberGenerator.GetInt32(2) == 0 ? BigInteger.Zero : (BigInteger.One << length) - 1;
                    bits += length;
                }

                return runs % Top;
            default:
                return new BigInteger(RandomNumberGenerator.GetBytes(32), isUnsigned: true);
        }
    }

    public static Number256 Words(BigInteger number) => Number256.Read(Bytes(number));

    public static byte[] Bytes(BigInteger number)
    {
        var bytes = new byte[32];
        var digits = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        digits.CopyTo(bytes, 32 - digits.Length);
        return bytes;
    }

    public static BigInteger Big(Number256 number) =>
        ((BigInteger)number.W3 << 192) | ((BigInteger)number.W2 << 128) | ((BigInteger)number.W1 << 64) | number.W0;

    private static BigInteger Edge() => Edges[RandomNumberGenerator.GetInt32(Edges.Count)];
}
