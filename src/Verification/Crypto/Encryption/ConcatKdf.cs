using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>The Concat KDF of NIST SP 800-56A with SHA-256, as RFC 7518 section 4.6.2 lays it out for direct key agreement.</summary>
internal static class ConcatKdf
{
    /// <summary>One round of it: keys are of 32 bytes at most.</summary>
    public static byte[] Derive(ReadOnlySpan<byte> agreed, string algorithm, ReadOnlySpan<byte> partyU, ReadOnlySpan<byte> partyV, int keyLength)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keyLength, SHA256.HashSizeInBytes);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, 1);
        hash.AppendData(agreed);
        AppendWithLength(hash, Encoding.ASCII.GetBytes(algorithm));
        AppendWithLength(hash, partyU);
        AppendWithLength(hash, partyV);
        Append(hash, keyLength * 8);

        Span<byte> derived = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(derived);
        var key = derived[..keyLength].ToArray();
        CryptographicOperations.ZeroMemory(derived);
        return key;
    }

    private static void AppendWithLength(IncrementalHash hash, ReadOnlySpan<byte> data)
    {
        Append(hash, data.Length);
        hash.AppendData(data);
    }

    private static void Append(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
