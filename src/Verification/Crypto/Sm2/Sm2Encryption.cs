using System.Buffers.Binary;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Math;
using ECPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>
/// SM2 public-key encryption (GB/T 32918.4), C1‖C3‖C2 with C1 uncompressed. Made of BouncyCastle's arithmetic rather than its
/// engine, whose multiplication takes a time that depends on the private key.
/// </summary>
internal static class Sm2Encryption
{
    public const int PointLength = 1 + (2 * Sm2Scalar.Length);
    public const int HashLength = 32;
    private const byte Uncompressed = 0x04;

    public static byte[] Encrypt(ECPoint publicKey, ReadOnlySpan<byte> message) => Encrypt(publicKey, message, Sm2Scalar.Draw);

    /// <summary>With a given source of k: for the published vector alone.</summary>
    internal static byte[] Encrypt(ECPoint publicKey, ReadOnlySpan<byte> message, Func<BigInteger> draw)
    {
        ArgumentOutOfRangeException.ThrowIfZero(message.Length);
        while (true)
        {
            var k = draw();
            var shared = SecretMultiplication.Multiply(publicKey, k);
            var mask = Mask(shared, message.Length);
            // A mask of zeros would show the message: draw again (step A5).
            if (!mask.AsSpan().ContainsAnyExcept((byte)0))
                continue;

            byte[] result = [.. Sm2Generator.MultiplySecretly(k).Normalize().GetEncoded(false), .. Hash(shared, message), .. message];
            Apply(mask, result.AsSpan(PointLength + HashLength));
            return result;
        }
    }

    /// <summary>The message; null where C1 is no point of the curve or C3 does not hold.</summary>
    public static byte[]? Decrypt(BigInteger d, ReadOnlySpan<byte> ciphertext)
    {
        if (ciphertext.Length <= PointLength + HashLength || ciphertext[0] != Uncompressed
            || !Sm2Curve.TryGetPublicKey(ciphertext[1..33].ToArray(), ciphertext[33..PointLength].ToArray(), out var sent))
        {
            return null;
        }

        var shared = SecretMultiplication.Multiply(sent.Q, d);
        var message = ciphertext[(PointLength + HashLength)..].ToArray();
        var mask = Mask(shared, message.Length);
        var masked = mask.AsSpan().ContainsAnyExcept((byte)0);
        Apply(mask, message);
        if (CryptographicOperations.FixedTimeEquals(Hash(shared, message), ciphertext.Slice(PointLength, HashLength)) & masked)
            return message;

        CryptographicOperations.ZeroMemory(message);
        return null;
    }

    /// <summary>C3 = SM3(x2‖M‖y2).</summary>
    private static byte[] Hash(ECPoint shared, ReadOnlySpan<byte> message)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(shared.AffineXCoord.GetEncoded());
        digest.BlockUpdate(message);
        digest.BlockUpdate(shared.AffineYCoord.GetEncoded());
        return Finish(digest);
    }

    /// <summary>The KDF of GB/T 32918.4 5.4.3 over x2‖y2.</summary>
    private static byte[] Mask(ECPoint shared, int length)
    {
        var seed = new SM3Digest();
        seed.BlockUpdate(shared.AffineXCoord.GetEncoded());
        seed.BlockUpdate(shared.AffineYCoord.GetEncoded());
        var mask = new byte[length];
        Span<byte> counter = stackalloc byte[sizeof(int)];
        for (var offset = 0; offset < length; offset += HashLength)
        {
            BinaryPrimitives.WriteInt32BigEndian(counter, (offset / HashLength) + 1);
            var digest = new SM3Digest(seed);
            digest.BlockUpdate(counter);
            var block = Finish(digest);
            block.AsSpan(0, Math.Min(HashLength, length - offset)).CopyTo(mask.AsSpan(offset));
        }

        return mask;
    }

    private static void Apply(byte[] mask, Span<byte> data)
    {
        for (var index = 0; index < data.Length; index++)
            data[index] ^= mask[index];
        CryptographicOperations.ZeroMemory(mask);
    }

    private static byte[] Finish(SM3Digest digest)
    {
        var hash = new byte[HashLength];
        digest.DoFinal(hash, 0);
        return hash;
    }
}
