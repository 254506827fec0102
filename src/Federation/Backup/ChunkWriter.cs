using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CrossBorder.Federation.Backup;

/// <summary>
/// Seals content in chunks of AES-256-GCM. Each is bound to the header, to its place and to whether it is the last, so that chunks cannot be
/// moved, left out or cut off.
/// </summary>
/// <remarks>A chunk: 1 where it is the last, else 0 (1 byte); length (4, big-endian); ciphertext; tag (16). The nonce is its number.</remarks>
internal sealed class ChunkWriter(Stream file, BackupHeader header) : IDisposable
{
    public const int Size = 64 * 1024;
    public const int TagLength = 16;
    public const int PrefixLength = 5;

    private readonly AesGcm aes = new(header.Key, TagLength);
    private readonly byte[] buffer = new byte[Size];
    private int filled;
    private long number;

    public async Task WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        while (content.Length > 0)
        {
            if (filled == Size)
                await SealAsync(last: false, cancellationToken);
            var part = Math.Min(content.Length, Size - filled);
            content[..part].CopyTo(buffer.AsMemory(filled));
            filled += part;
            content = content[part..];
        }
    }

    /// <summary>Without it the file counts as cut off.</summary>
    public Task FinishAsync(CancellationToken cancellationToken) => SealAsync(last: true, cancellationToken);

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(buffer);
        aes.Dispose();
    }

    internal static byte[] Nonce(long number)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(4), number);
        return nonce;
    }

    internal static byte[] Associated(BackupHeader header, ReadOnlySpan<byte> prefix) => [.. header.Bytes, .. prefix];

    private async Task SealAsync(bool last, CancellationToken cancellationToken)
    {
        var chunk = new byte[PrefixLength + filled + TagLength];
        chunk[0] = last ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(chunk.AsSpan(1), filled);
        aes.Encrypt(Nonce(number++), buffer.AsSpan(0, filled), chunk.AsSpan(PrefixLength, filled), chunk.AsSpan(PrefixLength + filled),
            Associated(header, chunk.AsSpan(0, PrefixLength)));
        await file.WriteAsync(chunk, cancellationToken);
        filled = 0;
    }
}
