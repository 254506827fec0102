using System.Security.Cryptography;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Utilities;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>Numbers from 1 to n-1.</summary>
internal static class Sm2Scalar
{
    public const int Length = 32;

    public static byte[] Bytes(BigInteger number) => BigIntegers.AsUnsignedByteArray(Length, number);

    /// <summary>Zero makes the verification equation hold for anything; n or more is a second spelling of a smaller number.</summary>
    public static bool IsInRange(BigInteger number) => number.SignValue > 0 && number.CompareTo(Sm2Curve.Domain.N) < 0;

    /// <summary>Every number with the same chance: a draw outside the range is thrown away, not reduced.</summary>
    public static BigInteger Draw()
    {
        Span<byte> bytes = stackalloc byte[Length];
        while (true)
        {
            RandomNumberGenerator.Fill(bytes);
            var number = new BigInteger(1, bytes);
            if (IsInRange(number))
            {
                CryptographicOperations.ZeroMemory(bytes);
                return number;
            }
        }
    }
}
