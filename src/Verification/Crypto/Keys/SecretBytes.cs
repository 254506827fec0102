using System.Security.Cryptography;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>Secret bytes that the garbage collector does not move, so that no copy stays behind, and that are zeroed in the end.</summary>
internal sealed class SecretBytes : IDisposable
{
    private readonly byte[] bytes;

    public SecretBytes(int length) => bytes = GC.AllocateArray<byte>(length, pinned: true);

    /// <summary>Takes what <paramref name="source"/> holds and zeroes it there.</summary>
    public static SecretBytes TakeFrom(byte[] source)
    {
        var taken = new SecretBytes(source.Length);
        source.CopyTo(taken.bytes, 0);
        CryptographicOperations.ZeroMemory(source);
        return taken;
    }

    public Span<byte> Span => bytes;

    /// <summary>The array itself, for callees that take nothing else.</summary>
    public byte[] Array => bytes;

    public void Dispose() => CryptographicOperations.ZeroMemory(bytes);
}
