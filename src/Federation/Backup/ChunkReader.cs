using System.Buffers.Binary;
using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Backup;

/// <summary>Opens what <see cref="ChunkWriter"/> sealed. Nothing is given out that was not authenticated.</summary>
internal sealed class ChunkReader(Stream file, BackupHeader header) : IDisposable
{
    private readonly AesGcm aes = new(header.Key, ChunkWriter.TagLength);
    private long number;
    private bool ended;

    /// <summary>The next chunk; null behind the last. CB6154 where one was changed, moved, left out or cut off.</summary>
    public async Task<Outcome<byte[]?>> NextAsync(CancellationToken cancellationToken)
    {
        var prefix = new byte[ChunkWriter.PrefixLength];
        var read = await file.ReadAtLeastAsync(prefix, prefix.Length, throwOnEndOfStream: false, cancellationToken);
        if (ended)
            return read == 0 ? Outcome<byte[]?>.Of(null) : Damaged("There is more behind its end.");
        if (read < prefix.Length)
            return Damaged("It ends before its last part.");

        var length = BinaryPrimitives.ReadInt32BigEndian(prefix.AsSpan(1));
        if (prefix[0] > 1 || length is < 0 or > ChunkWriter.Size)
            return Damaged($"Part {number} does not begin as one does.");
        var rest = new byte[length + ChunkWriter.TagLength];
        if (await file.ReadAtLeastAsync(rest, rest.Length, throwOnEndOfStream: false, cancellationToken) < rest.Length)
            return Damaged("It ends before its last part.");

        var content = new byte[length];
        try
        {
            aes.Decrypt(ChunkWriter.Nonce(number), rest.AsSpan(0, length), rest.AsSpan(length), content, ChunkWriter.Associated(header, prefix));
        }
        catch (AuthenticationTagMismatchException)
        {
            return Damaged($"Part {number} was changed or stands in another's place.");
        }

        number++;
        ended = prefix[0] == 1;
        return Outcome<byte[]?>.Of(content);
    }

    public void Dispose() => aes.Dispose();

    private static Outcome<byte[]?> Damaged(string detail) => ErrorCatalogue.BackupDamaged.With(detail);
}
