namespace CrossBorder.Federation.Applications.Materials;

/// <summary>A file that lies in pieces, as a stream that can be read from any place: one piece is in memory at a time.</summary>
/// <param name="length">Of the whole file, in bytes.</param>
/// <param name="read">Gives the content of a piece by its number.</param>
internal sealed class ChunkedContent(long length, Func<int, CancellationToken, Task<byte[]>> read) : Stream
{
    private byte[] piece = [];
    private int held = -1;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.IsEmpty)
            return 0;

        var number = (int)(position / MaterialChunk.Size);
        if (held != number)
            (piece, held) = (await read(number, cancellationToken), number);
        var rest = piece.AsMemory((int)(position % MaterialChunk.Size));
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Current => position,
        SeekOrigin.End => length,
        _ => 0,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The database is read asynchronously.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
        // Nothing is written.
    }
}
